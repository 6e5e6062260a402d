"""Names as several hands write them: each word with its Roman spellings, the usual first, and its Urdu one last."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from rihai.census.synth.chance import pick

Word = tuple[str, ...]
"""The spellings of one name word; what stands last is in Urdu."""
Name = tuple[Word, ...]

MEN = """
Ahmad Ahmed احمد|Ali Aly علی|Bilal Belal Billal بلال|Imran Emran عمران|Kashif Kaashif Kashef کاشف|Nadeem Nadim ندیم|Waseem Wasim Vaseem وسیم
Tariq Tarik Tareq طارق|Shahid Shaheed Shahed شاہد|Naveed Navid Naweed نوید|Rashid Rasheed Rashed راشد|Saleem Salim سلیم|Javed Javaid Jawed Jawaid جاوید
Ashraf Ashruf اشرف|Akram Akrum اکرم|Aslam Aslum اسلم|Yousaf Yusuf Yousuf Yousef یوسف|Ismail Ismaeel Esmail اسماعیل|Ibrahim Ebrahim Ibraheem ابراہیم|Zubair Zubeir Zobair زبیر
Faisal Faysal Feisal فیصل|Sajjad Sajad سجاد|Waqas Waqqas وقاص|Adnan Adnaan عدنان|Junaid Junaed Junayd جنید|Asif Aasif Asef آصف|Amjad Amjed امجد|Khalid Khaled Khaalid خالد
Zahid Zahed Zaahid زاہد|Sajid Sajed Saajid ساجد|Majid Maajid Majed ماجد|Nasir Naasir Naser ناصر|Yasir Yasser Yaasir یاسر|Babar Baber Babur بابر|Sohail Suhail Sohel سہیل|Shakeel Shakil شکیل
Ghulam Gulam Ghulaam غلام|Rasool Rasul رسول|Nawaz Nawaaz نواز|Riaz Riyaz Reaz ریاض|Ijaz Ejaz Aijaz اعجاز|Mushtaq Mushtaaq Mushtak مشتاق|Liaqat Liaquat Liyaqat لیاقت|Sharif Shareef Sharef شریف
Siddique Siddiq Siddeeq صدیق|Hanif Haneef حنیف|Bashir Basheer بشیر|Nazir Nazeer نذیر|Rafiq Rafique Rafeeq رفیق|Latif Lateef لطیف|Iqbal Eqbal اقبال|Akhtar Akhter اختر
Mehmood Mahmood Mahmud محمود|Anwar Anwer Anver انور|Munir Muneer منیر|Sabir Saabir Saber صابر|Zafar Zaffar ظفر|Arif Aarif Areef عارف|Usman Osman Usmaan عثمان|Hamza Hamzah حمزہ
Abid Aabid Abed عابد|Rehmat Rahmat رحمت|Farooq Faruq Farooque فاروق|Mansoor Mansur منصور|Gulzar Gulzaar گلزار|Sarwar Sarwer Sarvar سرور|Manzoor Manzur منظور|Sultan Sultaan سلطان
"""  # noqa: E501 - a table reads best in long rows
WOMEN = """
Ayesha Aisha Aysha عائشہ|Fatima Fatimah Faatima فاطمہ|Zainab Zaynab Zenab زینب|Maryam Mariam Maryum مریم|Sadia Saadia Sadiya سعدیہ|Shazia Shaziya شازیہ|Nasreen Nasrin نسرین
Rubina Robina Rubeena روبینہ|Kausar Kauser Kosar کوثر|Samina Sameena ثمینہ|Nazia Naziya نازیہ|Rukhsana Rukhsaana رخسانہ|Saima Saimah صائمہ|Farzana Farzaana فرزانہ|Shabana Shabaana شبانہ
Rashida Rasheeda راشدہ|Zubaida Zubeida زبیدہ|Balqees Bilqis بلقیس|Sughran Sughraan صغراں|Hameeda Hamida حمیدہ|Salma Salmah سلمیٰ|Naheed Nahid ناہید|Tahira Taahira طاہرہ|Shahnaz Shehnaz شہناز
"""  # noqa: E501 - a table reads best in long rows
SECOND = """
Khan Khaan خان|Hussain Husain Hussein حسین|Abbas Abas عباس|Raza Riza رضا|Haider Hyder Haidar حیدر|Masih Maseeh مسیح|Shah Shaah شاہ|Ghani Gani غنی|Butt But بٹ|Awan Awaan اعوان|Bhatti Bhatty بھٹی
Qureshi Quraishi قریشی|Baloch Baluch بلوچ|Rajput Rajpoot راجپوت|Niazi Niyazi نیازی|Gujjar Gujar گجر
"""  # noqa: E501 - a table reads best in long rows
SECOND_OF_WOMEN = "Bibi Bi بی‌بی|Begum Begam بیگم|Khatoon Khatun خاتون|Akhtar Akhter اختر"
MUHAMMAD: Word = ("Muhammad", "Mohammad", "Mohd", "Muhammed", "M.", "محمد")


def words(*tables: str) -> tuple[Word, ...]:
    """The words of a table: entries parted by |, spellings by spaces."""
    return tuple(
        tuple(entry.split()) for table in tables for entry in table.strip().replace("\n", "|").split("|") if entry
    )


@dataclass(frozen=True, slots=True)
class NameBank:
    """The words invented names are made of. Another bank serves to measure on names that nothing was tuned on."""

    men: tuple[Word, ...] = words(MEN)
    women: tuple[Word, ...] = words(WOMEN)
    second: tuple[Word, ...] = words(SECOND)
    second_of_women: tuple[Word, ...] = words(SECOND_OF_WOMEN)

    def man(self, chance: Random) -> Name:
        """A man's name: a given name, a third of them after Muhammad, most with a second name or a family's."""
        luck = chance.random()
        given = _often(chance, self.men)
        if luck < 0.3:
            return (MUHAMMAD, given)
        if luck < 0.4:
            return (given,)
        return (given, _often(chance, self.men if luck < 0.7 else self.second, but=given))

    def woman(self, chance: Random) -> Name:
        """A woman's name: a given name, mostly with Bibi, Begum or the like."""
        given = _often(chance, self.women)
        return (given, pick(chance, self.second_of_women)) if chance.random() < 0.85 else (given,)


def _often(chance: Random, things: tuple[Word, ...], but: Word | None = None) -> Word:
    """A word, the first ones much oftener than the last, as names are: some are borne by thousands."""
    while True:
        word = things[int(len(things) * chance.random() ** 1.7)]
        if word is not but:
            return word


def usual(name: Name) -> str:
    """The name in its usual Roman spelling."""
    return " ".join(word[0] for word in name)


def in_urdu(name: Name) -> str:
    """The name in Urdu."""
    return " ".join(word[-1] for word in name)


def respelled(name: Name, chance: Random) -> str:
    """The name as another hand writes it in Roman letters: each word in any of its spellings."""
    return " ".join(pick(chance, word[:-1]) for word in name)


def slipped(text: str, chance: Random) -> str:
    """The text with one slip of the pen in its longest word: two letters exchanged, one left out, one doubled."""
    parts = text.split(" ")
    at = max(range(len(parts)), key=lambda place: len(parts[place]))
    word = parts[at]
    if len(word) < 5:
        return text
    place, luck = 1 + int(chance.random() * (len(word) - 2)), chance.random()
    if luck < 0.4:
        parts[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    else:
        parts[at] = word[:place] + word[place + 1 :] if luck < 0.8 else word[:place] + word[place] + word[place:]
    return " ".join(parts)
