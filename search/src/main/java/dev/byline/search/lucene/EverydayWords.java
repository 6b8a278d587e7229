package dev.byline.search.lucene;

import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;

/**
 * The folded words of Arabic, Persian and Hebrew that nearly every text has: in scripts without capitals and short vowels
 * they look like names, and {@code Ali} would find every "on".
 */
final class EverydayWords {
    private static final String ARABIC = """
            سنة السنة سنوات عام العام اعوام يوم اليوم ايام شهر الشهر ساعة امس غدا بعد قبل كان كانت قال قالت سعر السعر اسعار سر جزء
            سرعة بسرعة امر الامر امور صنعة الصنعة صنع مدينة المدينة بلد البلد بيت ماء رجل رجال ناس الناس كم لكن حين حال مرة كل كلها
            على الى عند لدى حول دون ضد نحو فقط ايضا جدا اكثر اقل اول الاول الثاني واحد اثنان ثلاثة عشر مئة الف
            """;
    private static final String PERSIAN = """
            سال سالها روز روزها ماه هفته ساعت دیروز امروز فردا خانه راه کار کارها همه یازده ده صد هزار برای را در از با این آن
            رای زور سر گفت گفته شد شده کرد کرده است بود بوده دارد دارند می باید شاید چه چرا کجا کی کم بیش هر هم نیز یک دو سه
            چهار پنج مردم کشور شهر جا وقت حال دست نام آب
            """;
    private static final String HEBREW = """
            שנה השנה שנים שנת יום היום ימים חודש שעה אתמול מחר כאן גם כמה עדיין אומר אמר אמרה אמרו המאה מאה אלף אלא אני אתה את
            הוא היא הם הן מה מי איך למה כן בה בו לה לו להם לנו לי שלו שלה שלהם שלנו של על אל לא זה זו זאת כל עם או אם כי יש אין
            בין לפי אחרי לפני כמו רק עוד אך אבל כדי עד היה היתה היו יותר פחות מאוד אחד אחת שתי שני ראשון דבר בית איש אנשים עיר
            """;

    private static final Set<String> WORDS = words();

    private EverydayWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> words() {
        StringBuilder all = new StringBuilder(ARABIC).append(PERSIAN).append(HEBREW);
        ArabicAnalyzer.getDefaultStopSet().forEach(word -> all.append(' ').append((char[]) word));
        PersianAnalyzer.getDefaultStopSet().forEach(word -> all.append(' ').append((char[]) word));
        Set<String> words = new HashSet<>();
        try (NewsAnalyzer analyzer = new NewsAnalyzer()) {
            for (NewsAnalyzer.Token token : analyzer.tokens(all.toString(), Integer.MAX_VALUE)) {
                words.add(token.word());
            }
        }
        return Set.copyOf(words);
    }
}
