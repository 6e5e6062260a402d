"""Words an invented prison is made of. Every person, prison and police station made of them is invented."""

from __future__ import annotations

MEN: tuple[tuple[str, str], ...] = (
    ("Ahmad", "احمد"),
    ("Ali", "علی"),
    ("Hamza", "حمزہ"),
    ("Bilal", "بلال"),
    ("Usman", "عثمان"),
    ("Imran", "عمران"),
    ("Kashif", "کاشف"),
    ("Nadeem", "ندیم"),
    ("Waseem", "وسیم"),
    ("Tariq", "طارق"),
    ("Arshad", "ارشد"),
    ("Shahid", "شاہد"),
    ("Naveed", "نوید"),
    ("Rashid", "راشد"),
    ("Saleem", "سلیم"),
    ("Javed", "جاوید"),
    ("Ashraf", "اشرف"),
    ("Akram", "اکرم"),
    ("Aslam", "اسلم"),
    ("Yousaf", "یوسف"),
    ("Ismail", "اسماعیل"),
    ("Ibrahim", "ابراہیم"),
    ("Zubair", "زبیر"),
    ("Faisal", "فیصل"),
    ("Sajjad", "سجاد"),
    ("Waqas", "وقاص"),
    ("Adnan", "عدنان"),
    ("Junaid", "جنید"),
)
WOMEN: tuple[tuple[str, str], ...] = (
    ("Ayesha", "عائشہ"),
    ("Fatima", "فاطمہ"),
    ("Zainab", "زینب"),
    ("Maryam", "مریم"),
    ("Sadia", "سعدیہ"),
    ("Shazia", "شازیہ"),
    ("Nasreen", "نسرین"),
    ("Rubina", "روبینہ"),
    ("Parveen", "پروین"),
    ("Kausar", "کوثر"),
    ("Samina", "ثمینہ"),
    ("Nazia", "نازیہ"),
    ("Rukhsana", "رخسانہ"),
    ("Saima", "صائمہ"),
)
SECOND: tuple[tuple[str, str], ...] = (
    ("Khan", "خان"),
    ("Hussain", "حسین"),
    ("Iqbal", "اقبال"),
    ("Abbas", "عباس"),
    ("Raza", "رضا"),
    ("Mehmood", "محمود"),
    ("Akhtar", "اختر"),
    ("Haider", "حیدر"),
    ("Anwar", "انور"),
    ("Masih", "مسیح"),
    ("Shah", "شاہ"),
    ("Ghani", "غنی"),
    ("Rafiq", "رفیق"),
    ("Latif", "لطیف"),
)
SECOND_OF_WOMEN: tuple[tuple[str, str], ...] = (
    ("Bibi", "بی بی"),
    ("Begum", "بیگم"),
    ("Khatoon", "خاتون"),
    ("Akhtar", "اختر"),
)
FATHERS: tuple[tuple[str, str], ...] = (
    ("Ghulam Rasool", "غلام رسول"),
    ("Allah Ditta", "اللہ دتہ"),
    ("Muhammad Sharif", "محمد شریف"),
    ("Noor Muhammad", "نور محمد"),
    ("Abdul Ghafoor", "عبدالغفور"),
    ("Abdul Rehman", "عبدالرحمن"),
    ("Muhammad Siddique", "محمد صدیق"),
    ("Fazal Din", "فضل دین"),
    ("Karam Hussain", "کرم حسین"),
    ("Sher Muhammad", "شیر محمد"),
    ("Gul Zaman", "گل زمان"),
    ("Bashir Ahmad", "بشیر احمد"),
    ("Nazir Ahmad", "نذیر احمد"),
    ("Muhammad Hanif", "محمد حنیف"),
    ("Khuda Bakhsh", "خدا بخش"),
    ("Rehmat Ali", "رحمت علی"),
)
TOWNS: dict[str, tuple[str, ...]] = {
    "punjab": ("Roshanabad", "Sahilpur", "Chamanpur"),
    "sindh": ("Daryapur", "Mehranabad"),
    "khyber_pakhtunkhwa": ("Koharabad", "Zarghunpur"),
    "balochistan": ("Sangabad",),
    "islamabad": ("Margzar",),
    "gilgit_baltistan": ("Barfabad",),
}
"""Invented towns, in real provinces, because the law differs between those."""
DISTRICTS: dict[str, tuple[str, ...]] = {
    "punjab": ("Lahore", "Faisalabad", "Multan", "Sargodha", "Rahim Yar Khan", "Dera Ghazi Khan", "Okara", "Kasur"),
    "sindh": ("Hyderabad", "Sukkur", "Larkana", "Khairpur"),
    "khyber_pakhtunkhwa": ("Peshawar", "Mardan", "Swat", "Kohat"),
    "balochistan": ("Quetta", "Khuzdar"),
    "islamabad": ("Islamabad",),
    "gilgit_baltistan": ("Gilgit", "Skardu"),
}
STATIONS = ("Saddar", "City", "Civil Lines", "Cantt", "Model Town", "Sabzi Mandi", "Naya Bazar", "Bagh-e-Nau")
PRISONS: tuple[tuple[str, str, int], ...] = (
    ("Central Jail", "central", 6),
    ("District Jail", "district", 9),
    ("Sub-Jail", "sub_jail", 1),
)
"""How a prison is called, its type, and how many in sixteen."""
FOREIGNERS = (("AF", 12), ("IN", 3), ("NG", 2), ("IR", 1), ("BD", 1))
CASTES = ("Jutt", "Rajpoot", "Arain", "Afridi", "Baloch", "Ansari", "Sheikh", "Mughal")
TRADES = ("Labourer", "Driver", "Farmer", "Shopkeeper", "Mason", "Tailor", "Nil")
SCHOOLING = ("Illit", "Primary", "5th", "Middle", "Matric", "F.A", "B.A")
COURTS = (("ASJ-I", "DSJ"), ("ASJ-II", "DSJ"), ("D&SJ", "DSJ"), ("MCTC", "MCTC"))
LOWER_COURTS = (("JM-I", "JM"), ("JM-II", "JM"), ("JM Sec. 30", "MS30"))
