# Grounding: transcribed — Table 1, Table 2, Table 3, Table A1
"""Values that the paper reports, copied from its filed tables.

Components of the solution:
- Growth Curve
- Reading the Band
"""

TABLE_1_ROW_1 = ["Method", "Error (min)", "Late (%)"]  # Table 1
TABLE_1_ROW_2 = ["Recipe", "41", "63"]  # Table 1
TABLE_1_ROW_3 = ["Thermometer", "18", "52"]  # Table 1
TABLE_1_ROW_4 = ["DoughNet", "9", "47"]  # Table 1
TABLE_1_ROW_5 = ["BANDCLOCK", "7", "44"]  # Table 1
TABLE_2_ROW_1 = ["Film", "Wheat", "Spelt", "Rye"]  # Table 2
TABLE_2_ROW_2 = ["30 min", "12", "14", "37"]  # Table 2
TABLE_2_ROW_3 = ["60 min", "5", "7", "29"]  # Table 2
TABLE_2_ROW_4 = ["90 min", "4", "6", "27"]  # Table 2
TABLE_3_ROW_1 = ["", "", "Cool kitchen (18 ^◦C)", "Cool kitchen (18 ^◦C)", "Cool kitchen (18 ^◦C)", "Warm kitchen (26 ^◦C)", "Warm kitchen (26 ^◦C)", "Warm kitchen (26 ^◦C)"]  # Table 3
TABLE_3_ROW_2 = ["Flour", "Doughs", "Recipe", "DoughNet", "BANDCLOCK", "Recipe", "DoughNet", "BANDCLOCK"]  # Table 3
TABLE_3_ROW_3 = ["Wheat", "12", "38.5", "7.0", "4.5", "33.0", "6.5", "5.5"]  # Table 3
TABLE_3_ROW_4 = ["Spelt", "16", "44.0", "9.5", "7.5", "36.5", "8.0", "6.5"]  # Table 3
TABLE_3_ROW_5 = ["Rye", "8", "52.5", "15.0", "28.5", "–", "–", "–"]  # Table 3
TABLE_A1_ROW_1 = ["Setting", "Value"]  # Table A1
TABLE_A1_ROW_2 = ["Resolution", "1280"]  # Table A1
TABLE_A1_ROW_3 = ["Exposure", "fixed"]  # Table A1
TABLE_A1_ROW_4 = ["Red threshold", "60"]  # Table A1
TABLE_A1_ROW_5 = ["Median window", "5"]  # Table A1
