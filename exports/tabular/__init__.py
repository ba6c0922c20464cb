"""A graph as tables: one for each class, declared once (``exports/data/tables/*.rq``), written as CSV and as Parquet.

``table_files``     what the declarations say
``tables``          the rows, with typed cells
``csv_tables``      CSV with CSVW metadata (``csvw_metadata``)
``parquet``         the same tables for data frames
``units_csv``       the pilot units alone, for a spreadsheet
"""
