"""A table of two rows, a text that it supports, one that it refutes, and one that it knows nothing of."""

__all__ = ["FALSE", "TABLE", "TRUE", "UNKNOWN"]

TRUE = "Produksi padi Jawa Barat pada 2023 mencapai 9,14 juta ton."
FALSE = "Produksi padi Jawa Timur pada 2023 mencapai 97,1 juta ton."
UNKNOWN = "Sebanyak 40 relawan menanam bakau di Demak."
TABLE = """indikator,provinsi,tahun,nilai,satuan
produksi padi,Jawa Barat,2023,9.14,juta ton
produksi padi,Jawa Timur,2023,9.71,juta ton
"""
