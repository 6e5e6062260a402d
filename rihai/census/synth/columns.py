"""The columns of an invented list with their headings, in English and Urdu, and the group printed above each."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column: the census field it holds, its two headings, and the group above it (None: the group goes on)."""

    name: str
    english: str
    urdu: str
    group: str | None = None


COLUMNS = (
    Column("serial", "Sr. No", "نمبر شمار", "Particulars of prisoner"),
    Column("prison_id", "Prisoner No", "قیدی نمبر"),
    Column("full_name", "Name of Prisoner", "نام قیدی"),
    Column("father_or_husband_name", "Father's/Husband Name", "ولدیت"),
    Column("cnic", "CNIC No.", "شناختی کارڈ نمبر"),
    Column("sex", "Sex", "جنس"),
    Column("age", "Age", "عمر"),
    Column("date_of_birth", "DOB", "تاریخ پیدائش"),
    Column("nationality", "Nationality", "قومیت"),
    Column("religion", "Religion", "مذہب"),
    Column("caste", "Caste", "ذات"),
    Column("marital_status", "Marital Status", "ازدواجی حیثیت"),
    Column("address", "Address", "پتہ"),
    Column("district", "Home District", "ضلع"),
    Column("education", "Education", "تعلیم"),
    Column("occupation", "Occupation", "پیشہ"),
    Column("status", "Category", "کیٹیگری", "Case"),
    Column("fir_number", "FIR No", "مقدمہ نمبر"),
    Column("fir_date", "FIR Date", "تاریخ مقدمہ"),
    Column("police_station", "Police Station", "تھانہ"),
    Column("sections", "U/S", "زیر دفعہ"),
    Column("court", "Name of Court", "نام عدالت"),
    Column("arrest_date", "Date of Arrest", "تاریخ گرفتاری"),
    Column("admission_date", "Date of Admission", "تاریخ داخلہ"),
    Column("challan_submitted", "Challan", "چالان"),
    Column("charge_framed_date", "Charge framed", "فرد جرم"),
    Column("last_hearing", "Prev. date", "سابقہ پیشی"),
    Column("next_hearing", "Next Date of Hearing", "آئندہ تاریخ پیشی"),
    Column("bail_status", "Bail status", "ضمانت"),
    Column("counsel", "Counsel", "وکیل"),
    Column("sentence_text", "Sentence Awarded", "سزا", "Sentence"),
    Column("sentence_date", "Date of Sentence", "تاریخ سزا"),
    Column("fine", "Fine Amount", "جرمانہ"),
    Column("default_term", "In default", "عدم ادائیگی"),
    Column("fine_paid", "Fine Paid", "جرمانہ ادا"),
    Column("set_off_382b", "Benefit of 382-B", "زیر دفعہ 382 بی"),
    Column("remission_earned", "Rem. Earned", "معافی"),
    Column("probable_release_date", "PDR", "متوقع رہائی"),
    Column("appeal_status", "Appeal No", "اپیل"),
    Column("children_in_prison", "Children with mother", "ماں کے ساتھ بچے", "Other"),
    Column("previous_conviction", "Previous Conv", "سابقہ سزا"),
    Column("health", "Health", "صحت"),
    Column("barrack", "Barrack", "بیرک"),
    Column("remarks", "Remarks", "کیفیت"),
)
