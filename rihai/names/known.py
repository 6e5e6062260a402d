"""Name words we know: how they are written in Urdu and heard, so that short vowels are known where Urdu omits them.

Each entry is an Urdu spelling and Roman ones. The first Roman one is the word as it is heard, long vowels doubled;
the others are forms that rules do not reach: abbreviations, and readings of other languages. Facts of the language,
collected by us; a name that is not here is compared by sound alone.
"""

from __future__ import annotations

MEN = """
محمد muhammad mohd mohammad md muhd mhd mohamed m|احمد ahmad ahmed ahmd|علی ali aly|حسن hasan|حسین husain hussan|حسنین hasnain
عمر umar omer|عمار ammaar|عثمان usmaan osman othman uthman|خان khaan kahn khn|شاہ shaah|اللہ allaah alla allah|عبداللہ abdullaah abdullah|اکرم akram|اکرام ikraam ekram
حامد haamid|حماد hammaad|حمید hameed|محمود mahmood|مسعود masood|حمزہ hamza|ماجد maajid|مجید majeed|امجد amjad|صادق saadiq|صدیق siddeeq
راشد raashid|رشید rasheed|ارشد arshad|ساجد saajid|سجاد sajjaad|شاہد shaahid|شہید shaheed|زاہد zaahid|واحد waahid|وحید waheed
ناصر naasir|نصیر naseer|نذیر nazeer|نظیر nazeer|نصر nasr|منیر muneer|منیب muneeb|منور munawwar|بشیر basheer|شبیر shabbeer|مبشر mubashir
عامر aamir|امیر ameer|عمران imraan|کامران kaamraan|عمیر umair|عظیم azeem|اعظم aazam|عظمت azmat|ظفر zafar|جعفر jaafar|مظہر mazhar|مظفر muzaffar
ظاہر zaahir|ظہیر zaheer|ظہور zahoor|طاہر taahir|طارق taariq|آصف aasif|عاطف aatif|کاشف kaashif|عارف aarif|وسیم waseem|نسیم naseem|ندیم nadeem
سلیم saleem|سلمان salmaan|سلیمان sulaimaan|سالم saalim|اسلم aslam|اسلام islaam|مسلم muslim|سلام salaam|کریم kareem|رحیم raheem|رحمان rahmaan|رحمن rahmaan|رحمت rahmat
حکیم hakeem|حاکم haakim|قاسم qaasim|قادر qaadir|قدیر qadeer|قیصر qaisar|نعیم naeem|نواز nawaaz nawas|نیاز niaaz|ریاض riaaz riyadh|فیاض fayyaaz|ایاز ayaaz
اعجاز ejaaz aijaz|امتیاز imtiaaz|اشفاق ashfaaq|اسحاق ishaaq is-haq isaac|اسحق ishaaq|شفیق shafeeq|شریف shareef|ظریف zareef|لطیف lateef|حنیف haneef|حفیظ hafeez|حافظ haafiz
رفیق rafeeq|فاروق faarooq|فرحان farhaan|فرقان furqaan|عرفان irfaan arfan|عدنان adnaan|افنان afnaan|عبید ubaid|عباس abbaas|عباد ibaad|اقبال iqbaal|بلال bilaal
جمال jamaal|جمیل jameel|کمال kamaal|کامل kaamil|جلال jalaal|جلیل jaleel|خلیل khaleel|جاوید jaawed|جنید junaid|داؤد daawood daud daood dawud|داود daawood daud daood dawud|یوسف yoosuf|یونس yoonus|یعقوب yaqoob yacoob
ابراہیم ibraaheem|اسماعیل ismaaeel|ادریس idrees|الیاس ilyaas|عیسیٰ eesaa|عیسی eesaa|موسیٰ moosaa|موسی moosaa|ہارون haaroon|ایوب ayyoob|یحییٰ yahyaa|زکریا zakariyaa
مصطفیٰ mustafaa|مصطفی mustafaa|مرتضیٰ murtazaa murtadha|مرتضی murtazaa murtadha|مجتبیٰ mujtabaa|مجتبی mujtabaa|رضا razaa rida|رضوان rizwaan|رمضان ramzaan ramadan|سعید saeed said sayeed|سعد saad|سعود saood
انور anwar|اصغر asghar azghar|اکبر akbar|اکمل akmal|افضل afzal|فضل fazl|فیصل faisal|افتخار iftikhaar|اشتیاق ishtiaaq|مشتاق mushtaaq|الطاف altaaf iltaf|اسامہ usaama|اویس uwais
بابر baabar|بہادر bahaadur|تنویر tanweer|توقیر tauqeer|تیمور taimoor|ثاقب saaqib|خالد khaalid|خرم khurram|ذیشان zeeshaan|ذوالفقار zulfiqaar|سرفراز sarfaraaz|سہیل suhail|ساحل saahil
سکندر sikandar iskandar|سردار sardaar|شاکر shaakir|شکور shakoor|غفور ghafoor|غفار ghaffaar|ستار sattaar|جبار jabbaar|جابر jaabir|شکیل shakeel|شوکت shaukat|شہزاد shahzaad|شعیب shuaib|شہباز shahbaaz
شیر sher|گل gul|گلزار gulzaar|گلاب gulaab|صابر saabir|صفدر safdar|صغیر sagheer|کبیر kabeer|ضیاء ziaa|ضیا ziaa|طلحہ talha|طفیل tufail|عادل aadil|عدیل adeel|عاقل aaqil|عقیل aqeel|عزیز azeez|عزت izzat
غلام ghulaam gh|رسول rasool|نبی nabee|نور noor|نثار nisaar|نوید naweed|وقار waqaar|وقاص waqqaas|وارث waaris|ولی walee|یاسر yaasir|یاسین yaaseen|پرویز parwez|لیاقت liaaqat
مقصود maqsood|مقبول maqbool|منظور manzoor|منصور mansoor|مختار mukhtaar|مراد muraad|مزمل muzammil|مدثر mudassir|مہدی mahdee mehdi|ممتاز mumtaaz|مہر mehr|میر meer|بخش bakhsh bux bakhshi
خدا khudaa|دتہ ditta datta|دین deen|حق haq hak|حبیب habeeb|حاجی haajee|عطاء ataa|عطا ataa|ثناء sanaa|ثنا sanaa|امان amaan|امین ameen|آمین aameen|انعام inaam|احسان ehsaan|حسان hassaan
اسد asad|سعادت saadat|نجیب najeeb|نجم najm|مجیب mujeeb|مومن momin|عاصم aasim|عصمت ismat|ہاشم haashim|ہمایوں humaayoon|جہانگیر jahaangeer|عالمگیر aalamgeer|عالم aalam|علیم aleem|سیف saif|سراج siraaj
صلاح salaah|شمس shams|قمر qamar|قطب qutb|نظام nizaam|معین mueen|معاذ muaaz|زبیر zubair|زین zain|زید zaid|یزید yazeed|فرید fareed|فہد fahad|فہیم faheem|فواد fawaad
فدا fidaa|فقیر faqeer|قربان qurbaan|کلیم kaleem|لقمان luqmaan|محسن muhsin mohsin|مبین mubeen|مبارک mubaarak|متین mateen|نادر naadir|نعمان numaan noman|باقر baaqir|بخت bakht|برکت barkat
اشرف ashraf|شرافت sharaafat|صداقت sadaaqat|سخاوت sakhaawat|شجاعت shujaat|شفاعت shafaat|حشمت hashmat|نعمت niamat|ہدایت hidaayat|عنایت inaayat|ولایت wilaayat|کرامت karaamat|سلطان sultaan|شعبان shabaan
رجب rajab|صالح saaleh|صلح sulah|فاضل faazil|کفایت kifaayat|راحت raahat|ناظم naazim|نعیمت naeemat|قاری qaaree|باز baaz|جان jaan|زمان zamaan|روز roz|فتح fath fateh fatah fatih|اخلاق akhlaaq ikhlaaq|جارج jaarj george|دراز daraaz|گوہر gohar|بہرام bahraam|رستم rustam
"""  # noqa: E501 - a table reads best in long rows

WOMEN = """
آمنہ aamina amna|بشریٰ bushraa|بشری bushraa|ثمینہ sameena|سکینہ sakeena|حفصہ hafsa hafza|حلیمہ haleema|سلیمہ saleema|خدیجہ khadeeja khatija|رابعہ raabia|راحیلہ raaheela|رخسانہ rukhsaana
رضیہ razia radhia|روبینہ rubeena|زبیدہ zubaida|زینب zainab|شازیہ shaazia|شبانہ shabaana|شبنم shabnam|شاہدہ shaahida|زاہدہ zaahida|ساجدہ saajida|راشدہ raashida|رشیدہ rasheeda|حمیدہ hameeda|وحیدہ waheeda
صائمہ saaima saima|سلمیٰ salmaa|سلمی salmaa|صغراں sughraan sughra|صغریٰ sughraa|عائشہ aaisha aisha aysha|عذرا azraa uzra|فاطمہ faatima|فرزانہ farzaana|فریدہ fareeda|کلثوم kulsoom|مقصودہ maqsooda|مریم maryam mariam
نازیہ naazia|نادیہ naadia|سعدیہ saadia|نسرین nasreen|پروین parween praveen|یاسمین yaasmeen jasmeen|گلناز gulnaaz|ناز naaz|طاہرہ taahira|ناصرہ naasira|زہرا zahraa|زہرہ zohra|حسینہ haseena|جمیلہ jameela|کوثر kausar
بیگم begum|بی bee|بیبی beebee|بانو baano|خاتون khaatoon|مائی maai|نجمہ najma|عاصمہ aasima|اسماء asmaa|شمیم shameem|شمائلہ shumaila|ثریا surayya|رقیہ ruqayya|صفیہ safia|مسرت musarrat|نگہت nighat|فوزیہ fauzia
"""  # noqa: E501 - a table reads best in long rows

FAMILIES = """
سید sayyid syed saiyid|شیخ shaikh sheikh|چوہدری chaudhree ch choudhry|چودھری chaudhree ch choudhry|ملک malik|مرزا mirzaa|بیگ beg|راجہ raaja|رانا raanaa|میاں miaan mian|خواجہ khaaja khwaja
اعوان awaan|بھٹی bhattee|بٹ butt bhat|جٹ jatt jutt|گجر gujjar|مغل mughal|قریشی quraishee|انصاری ansaaree insari|بخاری bukhaaree|گیلانی geelaanee|زیدی zaidee|نقوی naqwee|کاظمی kaazmee|ہاشمی haashmee|عباسی abbaasee
خٹک khattak|آفریدی aafreedee|یوسفزئی yoosufzai|مہمند mohmand momand|محسود mahsood|وزیر wazeer|اورکزئی orakzai|بنگش bangash|درانی durraanee|غلزئی ghilzai|کاکڑ kaakar|اچکزئی achakzai|مینگل mengal|بگٹی bugtee|مری marree
لغاری laghaaree leghari|کھوسہ khosa khoso|جتوئی jatoee|سومرو soomro|بھٹو bhutto|میمن memon|بلوچ baloch|چانڈیو chaandio|مسیح maseeh messih|بھیل bheel|سنگھ singh|لعل laal|لال laal|گوندل gondal|ڈوگر dogar|چیمہ cheema|باجوہ baajwa
وڑائچ warraich|سندھو sindhoo|کھوکھر khokhar|راجپوت raajpoot|عالی aalee|ہزارہ hazaara|احمدزئی ahmadzai|نورزئی noorzai|نیازی niaazee|لودھی lodhee|سواتی swaatee|کشمیری kashmeeree
"""  # noqa: E501 - a table reads best in long rows


def _entries(*tables: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(entry.split()) for table in tables for entry in table.replace("\n", "|").split("|") if entry)


ENTRIES = _entries(MEN, WOMEN, FAMILIES)
"""Each known word: its Urdu spelling, then its Roman ones."""
FAMILY_WORDS = frozenset(entry[1] for entry in _entries(FAMILIES))
"""The words, as heard, that name a family, tribe, caste or rank: two names may differ by one and be one person's."""
