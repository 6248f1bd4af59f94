# Grounding: transcribed — Table I, Table II
"""Values that the paper reports, copied from its filed tables.
"""

TABLE_I_ROW_1 = ["Wall", "Area", "Snails"]  # Table I
TABLE_I_ROW_2 = ["Orchard", "14.0", "212"]  # Table I
TABLE_I_ROW_3 = ["Chapel", "31.5", "164"]  # Table I
TABLE_I_ROW_4 = ["School", "22.0", "97"]  # Table I
TABLE_I_ROW_5 = ["Mill", "9.5", "188"]  # Table I
TABLE_II_ROW_1 = ["Procedure", "Orchard", "Chapel", "School", "Mill"]  # Table II
TABLE_II_ROW_2 = ["Single look (2)", "15.9", "20.3", "14.8", "18.6"]  # Table II
TABLE_II_ROW_3 = ["By touch (4)", "6.2", "7.7", "5.9", "6.4"]  # Table II
TABLE_II_ROW_4 = ["DimCount without the dim look", "11.8", "13.9", "11.1", "13.6"]  # Table II
TABLE_II_ROW_5 = ["DimCount", "2.9", "3.6", "2.4", "3.5"]  # Table II
