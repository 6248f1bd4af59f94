# Grounding: transcribed — Table 1, Table 2
"""Values that the paper reports, copied from its filed tables.

Components of the solution:
- Silence Padder
- Spectrogram
- Classifier
"""

TABLE_1_ROW_1 = ["", "Quiet street", "Quiet street", "Busy street", "Busy street"]  # Table 1
TABLE_1_ROW_2 = ["Bell", "Accuracy", "False rings", "Accuracy", "False rings"]  # Table 1
TABLE_1_ROW_3 = ["Loudness threshold", "71.2", "6.8", "58.9", "14.3"]  # Table 1
TABLE_1_ROW_4 = ["Spectrum matcher [5]", "82.0", "3.9", "73.4", "8.1"]  # Table 1
TABLE_1_ROW_5 = ["Cut clips [1]", "87.4", "2.2", "79.5", "5.6"]  # Table 1
TABLE_1_ROW_6 = ["Zero padding", "89.8", "1.7", "83.0", "4.4"]  # Table 1
TABLE_1_ROW_7 = ["Silence padding (ours)", "93.1", "0.9", "88.6", "2.5"]  # Table 1
TABLE_2_ROW_1 = ["Variant", "Accuracy (%)", "Time (ms)"]  # Table 2
TABLE_2_ROW_2 = ["Full padder", "93.1", "0.3"]  # Table 2
TABLE_2_ROW_3 = ["No fade", "91.7", "0.2"]  # Table 2
TABLE_2_ROW_4 = ["Clip at the start", "92.8", "0.3"]  # Table 2
TABLE_2_ROW_5 = ["Room tone of another bell", "86.9", "0.3"]  # Table 2
