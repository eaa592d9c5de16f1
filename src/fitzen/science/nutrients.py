"""The nutrients that Fitzen knows: the name each has in every record and answer, its unit, and where sources have it.

A nutrient that a source does not give is absent, never 0. Numbers are those of the USDA: `fdc` of FoodData Central
(the first that a food has counts), `sr` of the National Nutrient Database for Standard Reference (release 24).
"""

from typing import Literal, NamedTuple

Unit = Literal["kcal", "g", "mg", "ug"]
Group = Literal["macro", "mineral", "vitamin", "fat", "carb", "amino", "other"]


class Nutrient(NamedTuple):
    """`label` is what a person reads; `unit` is the one that the key ends with."""

    label: str
    unit: Unit
    group: Group
    fdc: tuple[int, ...] = ()
    sr: int | None = None


NUTRIENTS: dict[str, Nutrient] = {
    "energy_kcal": Nutrient("Energy", "kcal", "macro", (1008, 2048, 2047), 208),
    "protein_g": Nutrient("Protein", "g", "macro", (1003,), 203),
    "carbs_g": Nutrient("Carbohydrate", "g", "macro", (1005, 1050), 205),
    "fat_g": Nutrient("Fat", "g", "macro", (1004, 1085), 204),
    "fiber_g": Nutrient("Fibre", "g", "macro", (1079, 2033), 291),
    "sugar_g": Nutrient("Sugars", "g", "carb", (2000, 1063), 269),
    "starch_g": Nutrient("Starch", "g", "carb", (1009,), 209),
    "saturated_g": Nutrient("Saturated fat", "g", "fat", (1258,), 606),
    "monounsaturated_g": Nutrient("Monounsaturated fat", "g", "fat", (1292,), 645),
    "polyunsaturated_g": Nutrient("Polyunsaturated fat", "g", "fat", (1293,), 646),
    "trans_fat_g": Nutrient("Trans fat", "g", "fat", (1257,), 605),
    "omega3_g": Nutrient("Omega-3", "g", "fat"),
    "omega6_g": Nutrient("Omega-6", "g", "fat"),
    "cholesterol_mg": Nutrient("Cholesterol", "mg", "fat", (1253,), 601),
    "sodium_mg": Nutrient("Sodium", "mg", "mineral", (1093,), 307),
    "potassium_mg": Nutrient("Potassium", "mg", "mineral", (1092,), 306),
    "calcium_mg": Nutrient("Calcium", "mg", "mineral", (1087,), 301),
    "iron_mg": Nutrient("Iron", "mg", "mineral", (1089,), 303),
    "magnesium_mg": Nutrient("Magnesium", "mg", "mineral", (1090,), 304),
    "phosphorus_mg": Nutrient("Phosphorus", "mg", "mineral", (1091,), 305),
    "zinc_mg": Nutrient("Zinc", "mg", "mineral", (1095,), 309),
    "copper_mg": Nutrient("Copper", "mg", "mineral", (1098,), 312),
    "manganese_mg": Nutrient("Manganese", "mg", "mineral", (1101,), 315),
    "selenium_ug": Nutrient("Selenium", "ug", "mineral", (1103,), 317),
    "fluoride_ug": Nutrient("Fluoride", "ug", "mineral", (1099,), 313),
    "vitamin_a_rae_ug": Nutrient("Vitamin A (RAE)", "ug", "vitamin", (1106,), 320),
    "retinol_ug": Nutrient("Retinol", "ug", "vitamin", (1105,), 319),
    "alpha_carotene_ug": Nutrient("Alpha-carotene", "ug", "vitamin", (1108,), 322),
    "beta_carotene_ug": Nutrient("Beta-carotene", "ug", "vitamin", (1107,), 321),
    "beta_cryptoxanthin_ug": Nutrient("Beta-cryptoxanthin", "ug", "vitamin", (1120,), 334),
    "lycopene_ug": Nutrient("Lycopene", "ug", "vitamin", (1122,), 337),
    "lutein_zeaxanthin_ug": Nutrient("Lutein and zeaxanthin", "ug", "vitamin", (1123,), 338),
    "thiamin_mg": Nutrient("Thiamin (B1)", "mg", "vitamin", (1165,), 404),
    "riboflavin_mg": Nutrient("Riboflavin (B2)", "mg", "vitamin", (1166,), 405),
    "niacin_mg": Nutrient("Niacin (B3)", "mg", "vitamin", (1167,), 406),
    "pantothenic_acid_mg": Nutrient("Pantothenic acid (B5)", "mg", "vitamin", (1170,), 410),
    "vitamin_b6_mg": Nutrient("Vitamin B6", "mg", "vitamin", (1175,), 415),
    "folate_ug": Nutrient("Folate", "ug", "vitamin", (1177,), 417),
    "vitamin_b12_ug": Nutrient("Vitamin B12", "ug", "vitamin", (1178,), 418),
    "choline_mg": Nutrient("Choline", "mg", "vitamin", (1180,), 421),
    "vitamin_c_mg": Nutrient("Vitamin C", "mg", "vitamin", (1162,), 401),
    "vitamin_d_ug": Nutrient("Vitamin D", "ug", "vitamin", (1114,), 328),
    "vitamin_e_mg": Nutrient("Vitamin E", "mg", "vitamin", (1109,), 323),
    "beta_tocopherol_mg": Nutrient("Beta-tocopherol", "mg", "vitamin", (1125,), 341),
    "gamma_tocopherol_mg": Nutrient("Gamma-tocopherol", "mg", "vitamin", (1126,), 342),
    "delta_tocopherol_mg": Nutrient("Delta-tocopherol", "mg", "vitamin", (1127,), 343),
    "vitamin_k_ug": Nutrient("Vitamin K", "ug", "vitamin", (1185,), 430),
    "alcohol_g": Nutrient("Alcohol", "g", "other", (1018,), 221),
    "caffeine_mg": Nutrient("Caffeine", "mg", "other", (1057,), 262),
    "water_g": Nutrient("Water", "g", "other", (1051,), 255),
    "ash_g": Nutrient("Ash", "g", "other", (1007,), 207),
    "phytosterol_mg": Nutrient("Phytosterols", "mg", "other", (1283,), 636),
    "alanine_g": Nutrient("Alanine", "g", "amino", (1222,), 513),
    "arginine_g": Nutrient("Arginine", "g", "amino", (1220,), 511),
    "aspartic_acid_g": Nutrient("Aspartic acid", "g", "amino", (1223,), 514),
    "cystine_g": Nutrient("Cystine", "g", "amino", (1216,), 507),
    "glutamic_acid_g": Nutrient("Glutamic acid", "g", "amino", (1224,), 515),
    "glycine_g": Nutrient("Glycine", "g", "amino", (1225,), 516),
    "histidine_g": Nutrient("Histidine", "g", "amino", (1221,), 512),
    "hydroxyproline_g": Nutrient("Hydroxyproline", "g", "amino", (1228,), 521),
    "isoleucine_g": Nutrient("Isoleucine", "g", "amino", (1212,), 503),
    "leucine_g": Nutrient("Leucine", "g", "amino", (1213,), 504),
    "lysine_g": Nutrient("Lysine", "g", "amino", (1214,), 505),
    "methionine_g": Nutrient("Methionine", "g", "amino", (1215,), 506),
    "phenylalanine_g": Nutrient("Phenylalanine", "g", "amino", (1217,), 508),
    "proline_g": Nutrient("Proline", "g", "amino", (1226,), 517),
    "serine_g": Nutrient("Serine", "g", "amino", (1227,), 518),
    "threonine_g": Nutrient("Threonine", "g", "amino", (1211,), 502),
    "tryptophan_g": Nutrient("Tryptophan", "g", "amino", (1210,), 501),
    "tyrosine_g": Nutrient("Tyrosine", "g", "amino", (1218,), 509),
    "valine_g": Nutrient("Valine", "g", "amino", (1219,), 510),
}

MACROS = ("energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g")
