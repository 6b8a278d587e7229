package dev.byline.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.testkit.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories and what an editor would file them under. */
class RegionStoriesTest {
    private static final RegionRecogniser RECOGNISER =
            RegionRecogniser.with(RegionPolicy.defaults(), Gazetteer.standard());

    private static Arguments story(String regions, String headline, String text) {
        return Arguments.of(headline, text, regions);
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                story(
                        "jo",
                        "Jordan Opens Border Crossing",
                        "Jordan said trucks would pass from Monday. Jordan had closed it in May."),
                story(
                        "",
                        "Michael Jordan Sells Stake in Team",
                        "Michael Jordan said the deal was good. Jordan left the club."),
                story("il", "Israel Approves Budget", "Israel said the plan would cut taxes."),
                story(
                        "ae,sa",
                        "Saudi Arabia and UAE agree to cut oil output",
                        "The kingdom and its neighbour said on Sunday they would reduce production by 500,000 barrels a day. Riyadh and Abu Dhabi have led the group's policy for years."),
                story(
                        "ye",
                        "Houthis claim attack on ship in the Red Sea",
                        "The rebels said their forces fired two missiles at a cargo vessel off Hodeidah. The group, which controls Sanaa, has struck dozens of ships."),
                story(
                        "lb",
                        "Hezbollah fires rockets after strike in Beirut suburb",
                        "The group said it had targeted a base near Haifa. Israel said its jets had hit a commander in Dahiyeh."),
                story(
                        "ps",
                        "Hamas says talks on prisoners will resume",
                        "Officials in Gaza City said a delegation would leave for Cairo. Aid agencies warned of hunger in Khan Younis and Rafah."),
                story(
                        "ir",
                        "Tehran to raise fuel prices next month",
                        "Iran's government said subsidised petrol would cost more from May. Drivers in Isfahan and Shiraz queued for hours."),
                story(
                        "sy",
                        "Families return to Raqqa after years of exile",
                        "Buses brought hundreds of people back to the city. The Syrian government has promised repairs to schools and water lines."),
                story(
                        "iq",
                        "Baghdad parliament delays vote on budget",
                        "Iraqi lawmakers failed to reach a quorum on Monday. The finance committee said salaries in Basra and Mosul would still be paid."),
                story(
                        "af",
                        "Taliban close girls' school in Kandahar",
                        "Residents said the order came from the provincial education office. Kabul has not commented."),
                story(
                        "qa",
                        "Doha hosts talks on grain exports",
                        "Qatari officials said ministers from a dozen states would attend."),
                story(
                        "bh",
                        "Manama airport expands cargo terminal",
                        "Bahrain expects traffic to double by 2030, the transport ministry said."),
                story(
                        "om",
                        "Muscat opens new museum",
                        "Oman's heritage ministry said the collection holds 7,000 pieces. A woman from Salalah donated the first boat."),
                story(
                        "",
                        "Woman finds roman coins in garden",
                        "A woman in the village found the romantic treasure while planting beans, a curator said."),
                story(
                        "jo",
                        "Jordan to build desalination plant at Aqaba",
                        "King Abdullah II opened the project on Tuesday. Jordanian officials said water would reach Amman by 2028."),
                story(
                        "",
                        "Michael Jordan sells stake in team",
                        "Jordan said the deal was good for the club. Jordan, 60, had been the majority owner."),
                story(
                        "",
                        "Chad Smith named head coach",
                        "Chad Smith will lead the club next season. Smith played for eleven years."),
                story(
                        "td",
                        "Chad's army repels attack near Lake Chad",
                        "Soldiers killed 20 gunmen, the government in N'Djamena said."),
                story(
                        "",
                        "Governor of Georgia signs voting bill",
                        "The law was passed in Atlanta after a long debate. Republicans in Georgia praised it."),
                story(
                        "ge",
                        "Georgia protests enter third week",
                        "Thousands marched in Tbilisi against the foreign agents law. The Georgian parliament will vote on Tuesday."),
                story(
                        "ne",
                        "Niger junta expels ambassador",
                        "Soldiers who took power in Niamey gave the envoy 48 hours."),
                story(
                        "ng",
                        "Nigeria floods displace thousands",
                        "Rescuers in Maiduguri used boats to reach families, Nigerian officials said."),
                story(
                        "tr",
                        "Turkey raises interest rates",
                        "The central bank in Ankara surprised markets. Turkish lira gained two percent."),
                story(
                        "",
                        "How to roast a turkey",
                        "Take the turkey out of the fridge an hour before. A turkey of five kilos needs three hours."),
                story(
                        "us",
                        "New Mexico governor seeks funds for schools",
                        "Lawmakers in Santa Fe will debate the plan. New Mexico ranks last in reading."),
                story("", "Polish your silver before the holidays", "Use a soft cloth and polish in small circles."),
                story(
                        "pl",
                        "Polish farmers block roads",
                        "Tractors stopped traffic near Warsaw. Poland's prime minister called for talks."),
                story(
                        "kr",
                        "South Korea launches spy satellite",
                        "Seoul said the rocket reached orbit. South Korean officials hailed the launch."),
                story(
                        "kp",
                        "North Korea fires missile into sea",
                        "Pyongyang called it a drill. Kim Jong Un watched the launch."),
                story(
                        "gb",
                        "Northern Ireland talks collapse",
                        "Parties in Belfast failed to agree. London will decide next week."),
                story(
                        "ps",
                        "Settlers attack village in the West Bank",
                        "Residents near Nablus said cars were burned. The Israeli army said it was looking into the reports."),
                story(
                        "ir,us",
                        "Iranian-American held in Tehran freed",
                        "Iran released the dual national on Friday after talks with Washington."),
                story(
                        "iq,ir",
                        "Iran and Iraq sign border security deal",
                        "Officials from Tehran and Baghdad met in Erbil. Both sides will disarm groups in Iraqi Kurdistan."),
                story(
                        "sd",
                        "Fighting flares in Khartoum and Darfur",
                        "The Rapid Support Forces shelled a market. Sudan's army said it had retaken a bridge."),
                story(
                        "ru,ua",
                        "Russia strikes Ukrainian power plants",
                        "Kyiv said 30 drones were shot down. Moscow said it hit military targets."),
                story(
                        "eg",
                        "Suez Canal revenue falls",
                        "Egypt lost half of its income from ships this year, officials in Cairo said."),
                story(
                        "lb",
                        "Lebanon restructures Eurobonds",
                        "Beirut defaulted in 2020. Lebanese banks hold most of the eurobonds."),
                story(
                        "sa",
                        "السعودية تعلن عن مشروع جديد في نيوم",
                        "قالت الحكومة السعودية إن المشروع سيبدأ العام المقبل في الرياض."),
                story(
                        "ir",
                        "ایران و آژانس گفتگو می‌کنند",
                        "مقام‌های ایرانی در تهران گفتند بازرسان هفته آینده می‌آیند. ایران این موضوع را تأیید کرد."),
                story(
                        "il,lb",
                        "צה\"ל תקף בלבנון",
                        "כוחות ישראליים תקפו יעדי חיזבאללה בדרום לבנון. בישראל נשמעו אזעקות."),
                story(
                        "ye",
                        "مقتل مدنيين في اليمن",
                        "قال مسؤولون إن القصف وقع في صنعاء وإن الحوثيين أغلقوا الطريق إلى الحديدة. وباليمن أزمة غذاء."),
                story(
                        "",
                        "Jersey Shore cast reunites",
                        "The cast met in New Jersey for a special. The reunion airs next week."),
                story(
                        "cn,tw",
                        "China holds drills around Taiwan",
                        "Beijing sent 40 aircraft across the median line. Taipei condemned the move."),
                story(
                        "in,pk",
                        "India and Pakistan exchange fire in Kashmir",
                        "New Delhi blamed militants. Islamabad denied any role."),
                story(
                        "sa",
                        "Aramco profit rises on higher crude prices",
                        "The Dhahran-based company will pay a dividend of $20 billion. Saudi officials welcomed the result."),
                story(
                        "ae",
                        "Emirati astronaut returns to earth",
                        "Crowds welcomed him in Dubai. The UAE plans a mission to the moon."),
                story(
                        "ma",
                        "Morocco quake survivors still in tents",
                        "Families near Marrakech wait for homes, Moroccan aid groups said."),
                story(
                        "ly",
                        "Libya's rival governments agree on bank chief",
                        "Delegates from Tripoli and Benghazi signed the deal."),
                story(
                        "il",
                        "Netanyahu coalition loses vote in Knesset",
                        "Two parties left the Israeli government over the draft law."),
                story(
                        "",
                        "How to Roast a Turkey",
                        "Take the turkey out of the fridge an hour before. A turkey of five kilos needs three hours."),
                story("tr", "Turkey bans fishing in strait", "The ban begins in May. Turkey said stocks were low."),
                story(
                        "",
                        "Dutch auction raises millions",
                        "Bidders took part in the Dutch auction on Monday. French fries were served."),
                story(
                        "qa,sa",
                        "Qatar and Saudi Arabia reopen crossing",
                        "The first cars passed from Qatar at noon. Saudi customs officers greeted drivers."),
                story(
                        "kw",
                        "Kuwait's emir names new cabinet",
                        "The Kuwaiti parliament will sit next week, state media in Kuwait City said."),
                story(
                        "vn",
                        "Vietnam exports rise",
                        "Vietnamese factories shipped more shoes and phones, officials in Hanoi said."),
                story(
                        "de",
                        "WEST GERMANY'S TRADE SURPLUS NARROWS",
                        "West German exports fell in January, officials in Bonn said."),
                story(
                        "ru",
                        "SOVIET GRAIN HARVEST BELOW PLAN",
                        "The Soviet Union harvested less wheat than planned, Moscow radio said."),
                story(
                        "iq",
                        "العراق يفتح معبرا",
                        "قالت بغداد إن المعبر سيفتح للمسافرين، وأكد مسؤولون عراقيون أن التجارة بالعراق ستنتعش."),
                story(
                        "ps",
                        "الغارات على غزة",
                        "قالت وزارة الصحة في قطاع غزة إن المستشفيات امتلأت، ونزح الفلسطينيون من خان يونس."),
                story(
                        "af",
                        "طالبان مدارس را بست",
                        "مقام‌ها در کابل گفتند که مدرسه‌ها بسته می‌ماند. مردم افغانستان نگران هستند."),
                story("ir", "איראן מאיימת", "בכירים איראנים אמרו בטהרן כי תגובה תבוא. לאיראן אין כוונה לוותר."));
    }

    @ParameterizedTest
    @MethodSource("stories")
    @Rule({"G-03", "G-04", "G-05", "G-06"})
    void aStoryIsAboutItsRegions(String headline, String text, String regions) {
        assertThat(keys(RECOGNISER.readText(headline, text))).isEqualTo(regions);
        assertThat(keys(RECOGNISER.read(headline, "", "<p>" + text + "</p>"))).isEqualTo(regions);
    }

    private static String keys(RegionFindings found) {
        return found.about().stream()
                .map(suggestion -> suggestion.region().key())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
