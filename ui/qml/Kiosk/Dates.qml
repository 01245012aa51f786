// Dates and times as they are written in each language.
pragma Singleton
import QtQuick

QtObject {
    property string language: "zh-Hans"
    readonly property var locale: Qt.locale(({ "zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "ug": "ug_CN" })[language] ?? language)

    /** 3月5日（周四） · Thu 5 March */
    function long(moment: date): string {
        //: A date with its weekday, in Qt's format letters
        return locale.toString(moment, qsTr("ddd d MMMM"));
    }

    /** 3月5日 · 5 March; day is "2026-03-05" or begins like it. */
    function day(iso: string): string {
        if (iso.length < 10)
            return "";
        //: A date without its weekday, in Qt's format letters
        return locale.toString(new Date(+iso.slice(0, 4), +iso.slice(5, 7) - 1, +iso.slice(8, 10)), qsTr("d MMMM"));
    }

    /** 3月5日 09:41, of an RFC 3339 time. */
    function moment(iso: string): string {
        return iso ? day(iso) + " " + clock(new Date(iso)) : "";
    }

    /** 09:41 */
    function clock(moment: date): string {
        return locale.toString(moment, "HH:mm");
    }

    /** 周一 · Monday; 0 is Monday. */
    function weekday(number: int): string {
        return language.startsWith("zh") ? locale.dayName(number + 1, Locale.ShortFormat) : locale.dayName(number + 1, Locale.LongFormat);
    }
}
