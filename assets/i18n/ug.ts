<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ug_CN" sourcelanguage="en">
<context>
    <name>BoardCard</name>
    <message>
        <source>You asked · We did it</source>
        <translation>سىز دېدىڭىز · بىز قىلدۇق</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>پۈتتى</translation>
    </message>
    <message>
        <source>The first proposals will stand here when something was done.</source>
        <translation>تۇنجى پۈتكەن ئىش بۇ يەرگە يېزىلىدۇ.</translation>
    </message>
    <message>
        <source>Done so far: %1</source>
        <translation>پۈتكىنى: %1</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>ھەممىسىنى كۆرۈش</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Done %1</source>
        <translation>پۈتكەن %1</translation>
    </message>
    <message>
        <source>Under way %1</source>
        <translation>قىلىۋاتقان %1</translation>
    </message>
    <message>
        <source>Not for now %1</source>
        <translation>ھازىرچە بولمايدىغان %1</translation>
    </message>
    <message>
        <source>How we count</source>
        <translation>قانداق سانالغان</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>كىشىمۇ خالايدۇ</translation>
    </message>
    <message>
        <source>The centre&apos;s figures have not reached this terminal yet.</source>
        <translation>سارايدىكى سانلار بۇ ماشىنىغا تېخى كەلمىدى.</translation>
    </message>
    <message>
        <source>Received %1, answered %2, done %3.</source>
        <translation>تاپشۇرۇۋېلىنغان %1، جاۋاب بېرىلگەن %2، پۈتكەن %3.</translation>
    </message>
    <message>
        <source> Answered on time: %1%.</source>
        <translation>ۋاقتىدا جاۋاب: %1%.</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>سىز دېدىڭىز · بىز قىلدۇق</translation>
    </message>
    <message>
        <source>The first thing that was done will stand here, with its date and who did it.</source>
        <translation>تۇنجى پۈتكەن ئىش بۇ يەرگە يېزىلىدۇ: كىم، قاچان.</translation>
    </message>
    <message>
        <source>Nothing is listed as under way right now.</source>
        <translation>ھازىر قىلىنىۋاتقان ئىش يوق.</translation>
    </message>
    <message>
        <source>Nothing has been put off right now.</source>
        <translation>ھازىر كېچىكتۈرۈلگەن ئىش يوق.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>ئالدىنقى بەت</translation>
    </message>
    <message>
        <source>Vote, join, wish</source>
        <translation>ئاۋاز بېرىش، بىرلىشىش، ئارزۇ</translation>
    </message>
    <message>
        <source>Page %1
of %2</source>
        <translation>%1-بەت
جەمئىي %2</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>مەنمۇ خالايمەن</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>كېيىنكى بەت</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>More</source>
        <comment>more words to choose from</comment>
        <translation>يەنە</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>back to the keys of the keyboard</comment>
        <translation>يېپىش</translation>
    </message>
    <message>
        <source>Getting the Chinese keyboard ready</source>
        <translation>خەنزۇچە كۇنۇپكا تەييارلىنىۋاتىدۇ</translation>
    </message>
    <message>
        <source>Write below, then tap the word here</source>
        <translation>ئاستىغا يېزىڭ، ئاندىن بۇ يەردىن تاللاڭ</translation>
    </message>
    <message>
        <source>No word found for this</source>
        <translation>بۇ سۆز تېپىلمىدى، باشقىچە كىرگۈزۈڭ</translation>
    </message>
    <message>
        <source>Tap the strokes in order, then the character here</source>
        <translation>سىزىقلارنى تەرتىپ بويىچە بېسىڭ، ئاندىن خەتنى تاللاڭ</translation>
    </message>
    <message>
        <source>Type pinyin, then tap the word here</source>
        <translation>پىنيىن كىرگۈزۈڭ، ئاندىن سۆزنى تاللاڭ</translation>
    </message>
</context>
<context>
    <name>CandidateSheet</name>
    <message>
        <source>Page back</source>
        <translation>ئالدىنقى بەت</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>كېيىنكى بەت</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Others</source>
        <comment>other phrases to tap</comment>
        <translation>باشقىلىرى</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Clear all</source>
        <translation>تازىلاش</translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation>بىرنى ئۆچۈرۈش</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Year before</source>
        <translation>ئالدىنقى يىل</translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>A year, in Qt&apos;s format letters</extracomment>
        <translation>yyyy</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>كېيىنكى يىل</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>A date with its weekday, in Qt&apos;s format letters</extracomment>
        <translation>ddd d-MMMM</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A date without its weekday, in Qt&apos;s format letters</extracomment>
        <translation>d-MMMM</translation>
    </message>
</context>
<context>
    <name>DeedCard</name>
    <message>
        <source>You asked</source>
        <translation>سىز دېدىڭىز</translation>
    </message>
    <message>
        <source>We did</source>
        <translation>بىز قىلدۇق</translation>
    </message>
    <message>
        <source>We are doing</source>
        <translation>قىلىۋاتىمىز</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>نېمىشقا ھازىرچە بولمايدۇ</translation>
    </message>
    <message>
        <source>%1 of %2 say it is settled</source>
        <translation>%2 كىشى باھالىدى، %1 كىشى ھەل بولدى دېدى</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>پۈتتى</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>كىشىمۇ خالايدۇ</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>مەنمۇ خالايمەن</translation>
    </message>
</context>
<context>
    <name>DeedsScreen</name>
    <message>
        <source>Your reply is saved. Our staff get it as soon as there is a network.</source>
        <translation>جاۋابىڭىز ساقلاندى، تور ئۇلانغاندا خادىملارغا ئەۋەتىلىدۇ.</translation>
    </message>
    <message>
        <source>Thank you. Your word on our answer counts.</source>
        <translation>رەھمەت، باھايىڭىز خاتىرىلەندى.</translation>
    </message>
    <message>
        <source>Your request is saved and on its way.</source>
        <translation>تەلىپىڭىز ساقلاندى، مەركەزگە ئەۋەتىلىۋاتىدۇ.</translation>
    </message>
    <message>
        <source>Taken back. It counts no more, and nobody will work on it.</source>
        <translation>قايتۇرۇۋېلىندى، ئەمدى سانالمايدۇ ۋە بىر تەرەپ قىلىنمايدۇ.</translation>
    </message>
    <message>
        <source>You took it back.</source>
        <translation>سىز قايتۇرۇۋالدىڭىز.</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>مەركەزدىن سوراۋاتىدۇ…</translation>
    </message>
    <message>
        <source>Our staff have a question for you.</source>
        <translation>خادىملارنىڭ سىزدىن سورايدىغىنى بار.</translation>
    </message>
    <message>
        <source>The centre cannot be reached from here now.</source>
        <translation>ھازىر مەركەزگە ئۇلانمىدى.</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>سۆز قالدۇرۇش ۋە باشقىلار</translation>
    </message>
    <message>
        <source>Reply to our staff</source>
        <translation>خادىملارغا جاۋاب بېرىش</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>يەنە بىر ئېغىز قوشۇش</translation>
    </message>
    <message>
        <source>Rate our answer again</source>
        <translation>جاۋابنى قايتا باھالاش</translation>
    </message>
    <message>
        <source>Rate our answer</source>
        <translation>بۇ جاۋابنى باھالاش</translation>
    </message>
    <message>
        <source>My data: copy, correct, delete</source>
        <translation>ماتېرىيالىم: كۆپەيتىش، تۈزىتىش، ئۆچۈرۈش</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>بۇ پىكىرنى قايتۇرۇۋېلىش</translation>
    </message>
    <message>
        <source>Take it back? It will count no more, and this cannot be undone.</source>
        <translation>قايتۇرۇۋالامسىز؟ كېيىن سانالمايدۇ ۋە ئەسلىگە كەلمەيدۇ.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>قايتۇرۇۋالماسلىق</translation>
    </message>
    <message>
        <source>Copy asked for</source>
        <translation>بىر نۇسخا سورالدى</translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation>تۈزىتىش تەلىپى</translation>
    </message>
    <message>
        <source>Deletion asked for</source>
        <translation>ئۆچۈرۈش تەلىپى</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>%1 پۈتتى</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 دىن بۇرۇن پۈتىدۇ</translation>
    </message>
    <message>
        <source>Messages, taking back and requests about your data need the centre. Please scan your receipt&apos;s code by phone, or try again later.</source>
        <translation>بۇ ئىشلار ئۈچۈن تور كېرەك. يانفوندا ھۆججەتتىكى كودنى سىكانىرلاڭ ياكى كېيىنرەك كېلىڭ.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>كۆرۈپ بولدۇم</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete one digit</source>
        <translation>بىرنى ئۆچۈرۈش</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>كەسىر چېكىتى</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Easier to read or to reach</source>
        <translation>ئوقۇش ۋە يېتىش ئاسان</translation>
    </message>
    <message>
        <source>Only for you, until you leave.</source>
        <translation>پەقەت سىز ئۈچۈن، كەتكۈچە.</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>خەت چوڭلۇقى</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <comment>size of type</comment>
        <translation>%1 پىرسەنت</translation>
    </message>
    <message>
        <source>A</source>
        <extracomment>One letter or character, shown small to large</extracomment>
        <translation>ئا</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>قارىدا ئاق خەت</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>ھەممىسى تۆۋەندە</translation>
    </message>
    <message>
        <source>How loud it is read</source>
        <translation>ئوقۇش ئاۋازى</translation>
    </message>
    <message>
        <source>That is fine</source>
        <translation>مۇشۇنداق بولسۇن</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>باش بەت</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>تىل</translation>
    </message>
    <message>
        <source>Lang.</source>
        <extracomment>In the dock, where the whole word does not fit: languages</extracomment>
        <translation>تىل</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>توختىتىش</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>ئوقۇپ بېرىش</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>In the dock: opens size of type, white on black, everything lower</extracomment>
        <translation>خەت چوڭلۇقى</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>ئۆلچەملىك</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>چوڭ خەت</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>خادىم چاقىرىش</translation>
    </message>
</context>
<context>
    <name>DrawEntry</name>
    <message>
        <source>Draw here with your finger</source>
        <translation>بۇ يەرگە بارمىقىڭىز بىلەن سىزىڭ</translation>
    </message>
    <message numerus="yes">
        <source>Drawing pad, %n stroke(s)</source>
        <translation>
            <numerusform>رەسىم تاختىسى، %n سىزىق سىزىلدى</numerusform>
            <numerusform>رەسىم تاختىسى، %n سىزىق سىزىلدى</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the drawing that was cleared</comment>
        <translation>ئەسلىگە كەلتۈرۈش</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>تازىلاش</translation>
    </message>
    <message>
        <source>Undo a stroke</source>
        <translation>بىر سىزىقنى ئېلىۋېتىش</translation>
    </message>
</context>
<context>
    <name>FormsScreen</name>
    <message>
        <source>What would you like to do?</source>
        <translation>قايسىسىنى دېمەكچى؟</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Welcome.</source>
        <translation>ياخشىمۇسىز، خۇش كەپسىز.</translation>
    </message>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>بۈگۈنكى مۇلازىمەتتىن رازى بولدىڭىزمۇ؟</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>بەك رازى</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>رازى</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>ئاساسەن رازى</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>نارازى</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>بەك نارازى</translation>
    </message>
</context>
<context>
    <name>HandBoard</name>
    <message>
        <source>Wipe</source>
        <extracomment>Key beside the writing pad: takes every stroke away</extracomment>
        <translation>قايتا يېزىش</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Key beside the writing pad: takes the last stroke away</extracomment>
        <translation>بىر سىزىقنى ئېلىۋېتىش</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Key beside the writing pad: takes the last character away</extracomment>
        <translation>بىر خەتنى ئۆچۈرۈش</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>سان ۋە بەلگە</translation>
    </message>
    <message>
        <source>Getting the pad ready</source>
        <translation>يېزىش تاختىسى تەييارلىنىۋاتىدۇ</translation>
    </message>
    <message>
        <source>Write here with your finger, several characters in a row if you like</source>
        <translation>بارمىقىڭىز بىلەن بۇ يەرگە يېزىڭ، بىر نەچچە خەتنى ئۇلاپ يازسىڭىز بولىدۇ</translation>
    </message>
    <message numerus="yes">
        <source>Writing pad, %n stroke(s)</source>
        <translation>
            <numerusform>يېزىش تاختىسى، %n سىزىق</numerusform>
            <numerusform>يېزىش تاختىسى، %n سىزىق</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoffButton</name>
    <message>
        <source>Go on by phone</source>
        <translation>يانفوندا داۋاملاشتۇرۇش</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>Code to scan: opens what you filled in</source>
        <translation>سايىلاش كودى: تولدۇرغانلىرىڭىزنى ئاچىدۇ</translation>
    </message>
    <message>
        <source>This screen is too small for a code.</source>
        <translation>بۇ ئېكران كودقا بەك كىچىك.</translation>
    </message>
    <message>
        <source>The code could not be made. Your answers are still here.</source>
        <translation>كود چىقمىدى. جاۋابلىرىڭىز ساقلاقلىق.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>سەل كۈتۈڭ</translation>
    </message>
    <message>
        <source>Go on by phone</source>
        <translation>يانفوندا داۋاملاشتۇرۇش</translation>
    </message>
    <message>
        <source>Open WeChat, tap Scan, and point it at the code.</source>
        <translation>ئۈندىدارنى ئېچىپ، «سايىلاش» نى چېكىپ، كودقا توغرىلاڭ.</translation>
    </message>
    <message>
        <source>What you have filled in goes along. No log-in, no name.</source>
        <translation>تولدۇرغانلىرىڭىز بىللە بارىدۇ. كىرىش ۋە ئىسىم كېرەك ئەمەس.</translation>
    </message>
    <message>
        <source>Or open %1 and type:</source>
        <translation>ياكى %1 نى ئېچىپ كىرگۈزۈڭ:</translation>
    </message>
    <message>
        <source>Too long to come along, please write it again by phone: %1</source>
        <translation>بەك ئۇزۇن بولۇپ كەتمىدى، يانفوندا قايتا يېزىڭ: %1</translation>
    </message>
    <message>
        <source>Your drawing does not come along.</source>
        <translation>رەسىمىڭىز بىللە بارمايدۇ.</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>سايىلىدىم</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The product&apos;s name; keep the Chinese one beside an English word only where there is room</extracomment>
        <translation>كۆڭۈل ساداسى</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>%1-سوئال، جەمئىي %2</translation>
    </message>
    <message>
        <source>Before sending</source>
        <extracomment>Where the visitor stands in a form</extracomment>
        <translation>ئەۋەتىشتىن بۇرۇن</translation>
    </message>
</context>
<context>
    <name>HomeLow</name>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>بۈگۈنكى مۇلازىمەتتىن رازى بولدىڭىزمۇ؟</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>بەك رازى</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>رازى</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>ئاساسەن رازى</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>نارازى</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>بەك نارازى</translation>
    </message>
    <message>
        <source>See what became of it</source>
        <translation>نەتىجىنى كۆرۈش</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>سىز دېدىڭىز · بىز قىلدۇق</translation>
    </message>
</context>
<context>
    <name>HomeUpright</name>
    <message>
        <source>Tell us more?</source>
        <translation>تەپسىلىي سۆزلەمسىز؟</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>بىر تەرەپنى تاللاڭ</translation>
    </message>
</context>
<context>
    <name>HomeWide</name>
    <message>
        <source>Tell us more?</source>
        <translation>تەپسىلىي سۆزلەمسىز؟</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>بىر تەرەپنى تاللاڭ</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open today %1–%2</source>
        <translation>بۈگۈن %1–%2 ئوچۇق</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>بۈگۈن تاقاق</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1 تاقاق</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between weekdays</comment>
        <translation>،</translation>
    </message>
</context>
<context>
    <name>HowCounted</name>
    <message>
        <source>Received</source>
        <translation>تاپشۇرۇۋالدۇق</translation>
    </message>
    <message>
        <source>Visits since the quarter began whose words, bad grade or wish for a reply ask for an answer. A visit counts once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>جاۋاب بېرىلدى</translation>
    </message>
    <message>
        <source>Those of them whom a person has given a first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On time</source>
        <translation>ۋاقتىدا</translation>
    </message>
    <message>
        <source>First answers within three working days. Below 30 no share is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>ئاشكارىلانمايدۇ</translation>
    </message>
    <message>
        <source>Kept out of public view, with a reason on record. They are answered and counted all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>كىشىمۇ خالايدۇ</translation>
    </message>
    <message>
        <source>Whoever wrote about it and whoever pressed Me too, each visit once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people say of it</source>
        <translation>كۆپچىلىك نېمە دەيدۇ</translation>
    </message>
    <message>
        <source>The last word of every visit that rated our answer. Silence is not counted as praise.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleCard</name>
    <message>
        <source>Leave this form?</source>
        <translation>كېتەمسىز؟</translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation>يەنە ۋاقىت كېرەكمۇ؟</translation>
    </message>
    <message>
        <source>What you have answered is not sent and will be wiped.</source>
        <translation>تولدۇرغىنىڭىز تېخى ئەۋەتىلمىدى، كەتسىڭىز ئۆچۈرۈلىدۇ.</translation>
    </message>
    <message>
        <source>In %1 seconds this page is wiped, to keep your answers private.</source>
        <translation>%1 سېكۇنتتىن كېيىن بۇ بەت تازىلىنىدۇ، باشقىلار كۆرۈپ قالمايدۇ.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>كېتىش</translation>
    </message>
    <message>
        <source>End</source>
        <translation>ئاخىرلاشتۇرۇش</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>داۋاملاشتۇرۇش</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>ۋاقىت كېرەك</translation>
    </message>
</context>
<context>
    <name>JoinPart</name>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 / %2 كىشى</translation>
    </message>
    <message>
        <source>Enough have joined.</source>
        <translation>ئادەم سانى يەتتى.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>ئاخىرلاشتى.</translation>
    </message>
    <message>
        <source>Open until %1.</source>
        <translation>%1 دە ئاخىرلىشىدۇ.</translation>
    </message>
    <message>
        <source>Count me in</source>
        <translation>مەنمۇ بار</translation>
    </message>
    <message>
        <source>You are counted</source>
        <translation>سىز قوشۇلدىڭىز</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Take the first word</source>
        <extracomment>Long key of the Chinese keyboard: takes the first of the words offered above</extracomment>
        <translation>بىرىنچى سۆزنى تاللاش</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>بوشلۇق</translation>
    </message>
    <message>
        <source>Keep letters</source>
        <extracomment>Key: what was typed stays as letters and becomes no Chinese word</extracomment>
        <translation>ھەرپنى ساقلاش</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>يېڭى قۇر</translation>
    </message>
    <message>
        <source>Zh/En</source>
        <extracomment>Face of a narrow key: Chinese or English</extracomment>
        <translation>خەنزۇ/ئىنگلىز</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>سىزىق</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>پىنيىن</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>خەت يېزىش</translation>
    </message>
    <message>
        <source>9 keys</source>
        <extracomment>Key: pinyin with the nine keys of a telephone</extracomment>
        <translation>9 كۇنۇپكا</translation>
    </message>
    <message>
        <source>26 keys</source>
        <extracomment>Key: pinyin with all 26 letters</extracomment>
        <translation>26 كۇنۇپكا</translation>
    </message>
    <message>
        <source>Next syllable</source>
        <extracomment>Key: begins the next syllable</extracomment>
        <translation>بۆلۈش</translation>
    </message>
    <message>
        <source>Delete one character</source>
        <translation>بىر خەتنى ئۆچۈرۈش</translation>
    </message>
    <message>
        <source>Capitals, locked</source>
        <translation>چوڭ ھەرپ، قۇلۇپلانغان</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>چوڭ ھەرپ، ئوچۇق</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>چوڭ ھەرپ</translation>
    </message>
    <message>
        <source>Write Chinese</source>
        <translation>خەنزۇچە يېزىش</translation>
    </message>
    <message>
        <source>Write English</source>
        <translation>ئىنگلىزچە يېزىش</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>سان ۋە بەلگە</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <comment>stroke of a character</comment>
        <translation>توغرا سىزىق</translation>
    </message>
    <message>
        <source>Vertical</source>
        <comment>stroke of a character</comment>
        <translation>تىك سىزىق</translation>
    </message>
    <message>
        <source>Left-falling</source>
        <comment>stroke of a character</comment>
        <translation>سولغا يانتۇ سىزىق</translation>
    </message>
    <message>
        <source>Dot</source>
        <comment>stroke of a character</comment>
        <translation>چېكىت</translation>
    </message>
    <message>
        <source>Turning</source>
        <comment>stroke of a character</comment>
        <translation>سۇنۇق سىزىق</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>تىل</translation>
    </message>
</context>
<context>
    <name>LookUpCard</name>
    <message>
        <source>See what became of it</source>
        <translation>نەتىجىنى كۆرۈش</translation>
    </message>
    <message>
        <source>With a receipt code</source>
        <translation>ھۆججەت كودى بار</translation>
    </message>
    <message>
        <source>Type the receipt code</source>
        <translation>ھۆججەت كودىنى كىرگۈزۈش</translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>This code does not fit. Please compare it sign by sign.</source>
        <translation>بۇ كود توغرا كەلمىدى، بىر-بىرلەپ سېلىشتۇرۇڭ.</translation>
    </message>
    <message>
        <source>This terminal has not heard of this code. Please check it, or scan the receipt&apos;s code by phone.</source>
        <translation>بۇ ماشىنىدا بۇ كود تېخى يوق. تەكشۈرۈڭ ياكى يانفوندا سىكانىرلاڭ.</translation>
    </message>
    <message>
        <source>Too many tries. Please wait a minute, then try again.</source>
        <translation>كۆپ سىنالدى، بىر مىنۇت كۈتۈپ قايتا سىناڭ.</translation>
    </message>
    <message>
        <source>It could not be looked up. Please call our staff.</source>
        <translation>تېپىلمىدى، خادىم چاقىرىڭ.</translation>
    </message>
    <message>
        <source>Type your receipt code</source>
        <translation>ھۆججەت كودىنى كىرگۈزۈڭ</translation>
    </message>
    <message>
        <source>Ten signs, on your receipt. O is 0, I and L are 1.</source>
        <translation>ھۆججەتتىكى ئون بەلگە. O ھەرپى 0، I ۋە L ھەرپى 1.</translation>
    </message>
    <message>
        <source>What others got done</source>
        <translation>كۆپچىلىكنىڭ تەكلىپلىرى</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>ئىزدەۋاتىدۇ…</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>كۆرۈش</translation>
    </message>
    <message>
        <source>%1 more signs</source>
        <translation>يەنە %1 بەلگە</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The window&apos;s title, for a screen reader</extracomment>
        <translation>كۆڭۈل ساداسى</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n خانە كىرگۈزۈلدى</numerusform>
            <numerusform>%n خانە كىرگۈزۈلدى</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>نومۇرنى كۆرسىتىش</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>تازىلاش</translation>
    </message>
</context>
<context>
    <name>OthersScreen</name>
    <message>
        <source>Something else</source>
        <translation>باشقا ئىشلار</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>بىر تەرەپنى تاللاڭ</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Up</source>
        <translation>يۇقىرى</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>page of pages</comment>
        <translation>%1-بەت، جەمئىي %2</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>ئاستىدا يەنە بار</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your words</source>
        <extracomment>The field that a visitor writes in, for a screen reader</extracomment>
        <translation>سۆزىڭىز</translation>
    </message>
    <message>
        <source>%1 / %2 characters</source>
        <extracomment>Characters written, of how many that fit</extracomment>
        <translation>%1 / %2 ھەرپ</translation>
    </message>
    <message>
        <source>Text up</source>
        <translation>يۇقىرىغا</translation>
    </message>
    <message>
        <source>Text down</source>
        <translation>تۆۋەنگە</translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>Where it stands</source>
        <translation>ئىش قەيەرگە كەلدى</translation>
    </message>
    <message>
        <source>Receipt code %1</source>
        <translation>ھۆججەت كودى %1</translation>
    </message>
    <message>
        <source>Our staff have a question for you. You find it behind the button on the left.</source>
        <translation>خادىملارنىڭ سىزدىن سورايدىغىنى بار، ئاستىدىكى كۇنۇپكىنى بېسىڭ.</translation>
    </message>
    <message>
        <source>Saved on this terminal. It goes to the centre as soon as there is a network.</source>
        <translation>بۇ ماشىنىدا ساقلاندى، تور ئۇلانغاندا ئەۋەتىلىدۇ.</translation>
    </message>
    <message>
        <source>Read and reply</source>
        <translation>كۆرۈش ۋە جاۋاب بېرىش</translation>
    </message>
    <message>
        <source>Reply, rate, take back</source>
        <translation>سۆز، باھا، قايتۇرۇش</translation>
    </message>
    <message>
        <source>This terminal has not heard from the centre yet.</source>
        <translation>بۇ ماشىنا سارايدىن تېخى خەۋەر ئالمىدى.</translation>
    </message>
    <message>
        <source>From the centre, %1</source>
        <translation>سارايدىن كەلگەن خەۋەر: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>كۆرۈپ بولدۇم</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>What happens next</source>
        <translation>كېيىن نېمە بولىدۇ</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>بۈگۈن</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a day</comment>
        <translation>%1 دىن بۇرۇن</translation>
    </message>
    <message>
        <source>Received, and kept here</source>
        <translation>تاپشۇرۇۋېلىندى، سارايدا ساقلاندى</translation>
    </message>
    <message>
        <source>Somebody gives you a first answer</source>
        <translation>سىزگە تۇنجى جاۋاب بېرىلىدۇ</translation>
    </message>
    <message>
        <source>It goes to: %1</source>
        <translation>%1 غا تاپشۇرۇلىدۇ</translation>
    </message>
    <message>
        <source>It goes to those responsible</source>
        <translation>مەسئۇل بۆلۈمگە تاپشۇرۇلىدۇ</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Your phone number</source>
        <translation>تېلېفون نومۇرىڭىز</translation>
    </message>
    <message>
        <source>Only to answer you about this.</source>
        <translation>پەقەت بۇ ئىشقا جاۋاب بېرىش ئۈچۈن.</translation>
    </message>
    <message>
        <source>Tap them in order. Ranked: %1</source>
        <translation>تەرتىپ بويىچە بېسىڭ. تىزىلغىنى: %1</translation>
    </message>
    <message>
        <source>Choose up to %1. Chosen: %2</source>
        <translation>ئەڭ كۆپ %1، تاللانغىنى %2</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>تاللانغىنى: %1</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>بىر قەدەم قايتىش</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>ئاتلاپ ئۆتۈش</translation>
    </message>
    <message>
        <source>Please write a few words</source>
        <translation>ئاۋۋال بىر نەچچە سۆز يېزىڭ</translation>
    </message>
    <message>
        <source>Please type the number</source>
        <translation>ئاۋۋال سان كىرگۈزۈڭ</translation>
    </message>
    <message>
        <source>Please choose a day</source>
        <translation>ئاۋۋال كۈننى تاللاڭ</translation>
    </message>
    <message>
        <source>Please say something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please draw something</source>
        <translation>ئاۋۋال سىزىڭ</translation>
    </message>
    <message>
        <source>Please choose in each row</source>
        <translation>ھەر قۇردا بىرنى تاللاڭ</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>ئاۋۋال بىرنى تاللاڭ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>ئەۋەتىش</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>بىر قاراپ چىقىش</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>يېزىپ بولدۇم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>كېيىنكى سوئال</translation>
    </message>
</context>
<context>
    <name>ReceiptSlip</name>
    <message>
        <source>Your receipt code</source>
        <translation>ھۆججەت كودىڭىز</translation>
    </message>
    <message>
        <source>Take a picture or write it down.
No login is needed to look it up.</source>
        <translation>رەسىمگە تارتىۋېلىڭ ياكى يېزىۋېلىڭ.
كىرىش ھاجەتسىز.</translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <comment>number in the record, and short link</comment>
        <translation>خاتىرە %1 · %2</translation>
    </message>
    <message>
        <source>Code to scan: opens your receipt</source>
        <translation>ئىككىلىك كود: ھۆججىتىڭىزنى ئاچىدۇ</translation>
    </message>
    <message>
        <source>Scan with WeChat to look it up by phone</source>
        <translation>ئۈندىداردا سىكانىرلاپ يانفوندا كۆرۈڭ</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>No answer</source>
        <extracomment>In place of an answer that was not given</extracomment>
        <translation>جاۋاب يوق</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>an answer</comment>
        <translation>ئۆزگەرتىش</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Is everything right?</source>
        <translation>مۇشۇنداق توغرىمۇ؟</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>تېخى ئەۋەتىلمىدى، ئۆزگەرتىشكە بولىدۇ.</translation>
    </message>
    <message>
        <source>It could not be saved. Your answers are still here: please call our staff.</source>
        <translation>ساقلانمىدى. تولدۇرغىنىڭىز تۇرۇپتۇ، خادىم چاقىرىڭ.</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>سىز سىزغان رەسىم</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>ساقلاۋاتىدۇ…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>قايتا سىناش</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>ئەۋەتىش</translation>
    </message>
</context>
<context>
    <name>SetupCentre</name>
    <message>
        <source>The centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled already: terminal %1, %2. A new code enrols it again; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk gives you address and code, or a stick. Without a network: later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take both from the stick</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupDone</name>
    <message>
        <source>Language</source>
        <translation>تىل</translation>
    </message>
    <message>
        <source>Size of the screen: %1 inches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre: terminal %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The terminal is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, with something left for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left can be done from the staff page. Until then everything is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation>تامام</translation>
    </message>
</context>
<context>
    <name>SetupKeys</name>
    <message>
        <source>Delete one</source>
        <translation>بىرنى ئۆچۈرۈش</translation>
    </message>
</context>
<context>
    <name>SetupLanguage</name>
    <message>
        <source>Which language first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors can change it at any time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupPin</name>
    <message>
        <source>Too short: at least six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six to ten digits. Staff come in by holding the name at the top left for five seconds, then touching the clock three times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupRuler</name>
    <message>
        <source>Hold a bank card here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the drawn card as wide as yours: drag its right edge, or touch less and more. Then every size is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right edge of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupStage</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is as wide as my card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calling the centre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type address and code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the field first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetupTap</name>
    <message>
        <source>Kept here. Waiting for the centre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here. The centre gets it once this terminal is enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre has it, and has signed for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tap to try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a test of the terminal, and counts as nobody&apos;s opinion.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffBand</name>
    <message>
        <source>Practice. Nothing here counts, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff %1 enters slip %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff %1 types for a visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End entering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffClean</name>
    <message>
        <source>Wipe the screen now. Touch does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffEntry</name>
    <message>
        <source>Enter for somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is marked as entered by staff, and never counts as a visitor&apos;s rating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type your staff number first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the slip (none: the visitor is here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
</context>
<context>
    <name>StaffFact</name>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode after three crashes: ratings only. It ends after a day, or by the button below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1, the oldest since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside: %1. The centre could not use them; kiosk status names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1. Damaged and set aside: %2; they lie in the folder voices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre was heard last: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre was never heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled: terminal %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enrolled. It collects, and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room on the disk: %1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock says %1, and is %2 s off. Please have it set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock says %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors may leave a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is asked for: the centre has not switched it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No number is asked for: without a centre it could not be sealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes for phones are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No codes for phones: there is no centre to open them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No codes for phones: the centre has no public https address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, %2 forms from the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was damaged once and mended. Please have the disk checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffLeave</name>
    <message>
        <source>Close the kiosk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen goes dark and visitors cannot say anything. To begin again, switch the terminal off and on. What was said is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Calling the centre…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: everything is at the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done for now: %1 not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached. It tries again by itself; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no centre yet. Use a stick, or enrol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is sending already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter for somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End safe mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation>بىرنى ئۆچۈرۈش</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>The same PIN once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six to ten digits. Nobody can read it out of this terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This terminal has no centre yet. A technician can take the PIN away: kiosk pin --forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call the centre and read these digits. Type the eight that you hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stick was plugged in. With the PIN you can write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for those who work here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please wait %1 s, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These digits do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too short: at least six digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>%1: %2 %</source>
        <comment>brightness or volume, percent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation>يەنە</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lamp of this screen follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen&apos;s lamp cannot be reached; the picture is darkened instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of this computer follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mixer was found here; use the knob of the loudspeaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>Touch the answer that fits. You can change it.</source>
        <translation>ماس كەلگىنىنى بېسىڭ، كېيىن ئۆزگەرتىشكە بولىدۇ.</translation>
    </message>
    <message>
        <source>At the bottom right you go on; Back is at the bottom left.</source>
        <translation>ئاستىدىكى كۇنۇپكىلار بىلەن داۋاملاشتۇرۇڭ ياكى قايتىڭ.</translation>
    </message>
    <message>
        <source>You may skip what you do not want to answer.</source>
        <translation>جاۋاب بەرگۈڭىز يوقىنى ئاتلاپ ئۆتسىڭىز بولىدۇ.</translation>
    </message>
    <message>
        <source>Read your answers once more.</source>
        <translation>جاۋابلىرىڭىزنى يەنە بىر قاراپ چىقىڭ.</translation>
    </message>
    <message>
        <source>Touch Change beside what is not right.</source>
        <translation>توغرا بولمىسا، يېنىدىكى «ئۆزگەرتىش» نى بېسىڭ.</translation>
    </message>
    <message>
        <source>Touch Send when all is right.</source>
        <translation>ھەممىسى توغرا بولسا «ئەۋەتىش» نى بېسىڭ.</translation>
    </message>
    <message>
        <source>Write down the receipt code, or take a picture.</source>
        <translation>ھۆججەت كودىنى يېزىۋېلىڭ ياكى رەسىمگە تارتىڭ.</translation>
    </message>
    <message>
        <source>With it you can see here what became of it.</source>
        <translation>ئۇنىڭ بىلەن بۇ يەردە نەتىجىنى كۆرەلەيسىز.</translation>
    </message>
    <message>
        <source>Touch Finish when you are done.</source>
        <translation>بولغاندا «تامام» نى بېسىڭ.</translation>
    </message>
    <message>
        <source>Type the ten signs of your receipt code.</source>
        <translation>ھۆججەت كودىنىڭ ئون بەلگىسىنى كىرگۈزۈڭ.</translation>
    </message>
    <message>
        <source>Then touch Look it up at the bottom right.</source>
        <translation>ئاندىن «كۆرۈش» نى بېسىڭ.</translation>
    </message>
    <message>
        <source>You see who has it and by when you get an answer.</source>
        <translation>كىم قىلىۋاتىدۇ، قاچان جاۋاب بېرىدۇ، كۆرەلەيسىز.</translation>
    </message>
    <message>
        <source>Here stands what visitors asked for, and what came of it.</source>
        <translation>بۇ يەردە كۆپچىلىكنىڭ تەكلىپى ۋە نەتىجىسى بار.</translation>
    </message>
    <message>
        <source>Touch the words on top to see what is under way.</source>
        <translation>ئۈستىدىكى سۆزلەرنى بېسىپ باشقىلىرىنى كۆرۈڭ.</translation>
    </message>
    <message>
        <source>Turn pages with the buttons at the bottom.</source>
        <translation>ئاستىدىكى كۇنۇپكىلار بىلەن بەت ئالماشتۇرۇڭ.</translation>
    </message>
    <message>
        <source>Touch a face: one touch, and you have said something.</source>
        <translation>بىر چىراينى بېسىڭ، باھالاش تامام.</translation>
    </message>
    <message>
        <source>Or touch a picture to say more.</source>
        <translation>تەپسىلىي دېسىڭىز، ئاستىدىكى رەسىمنى بېسىڭ.</translation>
    </message>
    <message>
        <source>With a receipt code you can see what became of it.</source>
        <translation>ھۆججەت كودى بولسا نەتىجىنى كۆرەلەيسىز.</translation>
    </message>
    <message>
        <source>This visitor asks for staff</source>
        <translation>خادىم كەلسۇن</translation>
    </message>
    <message>
        <source>How this page works</source>
        <translation>بۇ بەتنى قانداق ئىشلىتىدۇ</translation>
    </message>
    <message>
        <source>Called at %1. Nothing you entered is lost.</source>
        <translation>%1 دە چاقىرىلدى. تولدۇرغىنىڭىز تۇرۇپتۇ.</translation>
    </message>
    <message>
        <source>Staff please</source>
        <translation>خادىم
كېلىڭ</translation>
    </message>
    <message>
        <source>This sign can be seen across the hall. If nobody comes within a few minutes, please go to the service desk.</source>
        <translation>بۇ بەلگە زالدىن كۆرۈنىدۇ. بىر نەچچە مىنۇتتا ئادەم كەلمىسە، مۇلازىمەت ئورنىغا بېرىڭ.</translation>
    </message>
    <message>
        <source>I see, go on</source>
        <translation>چۈشەندىم</translation>
    </message>
    <message>
        <source>Somebody is here</source>
        <translation>ئادەم كەلدى</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>خادىم چاقىرىش</translation>
    </message>
</context>
<context>
    <name>StaffStage</name>
    <message>
        <source>Staff</source>
        <translation>خادىم</translation>
    </message>
    <message>
        <source>Untouched, this page closes in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffStick</name>
    <message>
        <source>Plug a stick in. It is seen within a second or two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stick cannot be written. Is there a little switch on its side?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stick is here. Please leave it in until it says that it is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing and reading back: %1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the receipts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1 in %2 files, read back and found whole. Take the folder xinsheng to the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits. There was nothing to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1 receipts used, %2 are settled now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stopped after %1. Nothing is lost: plug a stick in and write once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1. Receipts on the stick: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation>قايتىش</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Received</source>
        <translation>تاپشۇرۇۋالدۇق</translation>
    </message>
    <message>
        <source>Handed to: %1</source>
        <translation>%1 غا تاپشۇرۇلىدۇ</translation>
    </message>
    <message>
        <source>Handed to those responsible</source>
        <translation>مەسئۇل بۆلۈمگە تاپشۇرۇلىدۇ</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>بىر تەرەپ قىلىنىۋاتىدۇ</translation>
    </message>
    <message>
        <source>You get an answer</source>
        <translation>سىزگە جاۋاب بېرىلىدۇ</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>جاۋاب بېرىلدى</translation>
    </message>
    <message>
        <source>You are asked how it went</source>
        <translation>باھا بېرىشىڭىزنى سورايمىز</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>قايتا ئالاقىلىشىلدى</translation>
    </message>
    <message>
        <source>Back for another department</source>
        <translation>باشقا بۆلۈمگە قايتۇرۇلدى</translation>
    </message>
    <message>
        <source>Kept as an idea for later</source>
        <translation>كېيىنگە ساقلاندى</translation>
    </message>
    <message>
        <source>Not possible, with the reason</source>
        <translation>ھازىرچە بولمايدۇ</translation>
    </message>
    <message>
        <source>Joined with the same wish of others</source>
        <translation>باشقىلارنىڭ ئوخشاش ئىشى بىلەن بىرلەشتۈرۈلدى</translation>
    </message>
    <message>
        <source>Not shown in public</source>
        <translation>ئاشكارىلانمايدۇ</translation>
    </message>
    <message>
        <source>Closed without action</source>
        <translation>ئاخىرلاشتى</translation>
    </message>
    <message>
        <source>An answer was due by %1</source>
        <translation>ئەسلى %1 دىن بۇرۇن جاۋاب بېرىلەتتى</translation>
    </message>
    <message>
        <source>An answer by %1</source>
        <translation>%1 دىن بۇرۇن جاۋاب بېرىلىدۇ</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Tap here to write</source>
        <translation>يېزىش ئۈچۈن بۇ يەرنى بېسىڭ</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>داۋاملىق يېزىش</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>خەت يېزىش</translation>
    </message>
</context>
<context>
    <name>ThanksHead</name>
    <message>
        <source>It has been taken back.</source>
        <translation>قايتۇرۇۋېلىندى.</translation>
    </message>
    <message>
        <source>Thank you,
we have received it.</source>
        <translation>رەھمەت سىزگە،
تاپشۇرۇۋالدۇق.</translation>
    </message>
    <message>
        <source>Nobody will work on it. You are welcome to say it again at any time.</source>
        <translation>ھېچكىم بىر تەرەپ قىلمايدۇ. خالىغان ۋاقىتتا يەنە كېلىڭ.</translation>
    </message>
    <message>
        <source>People here will read what you said, and answer.</source>
        <translation>سۆزىڭىزنى سارايدا كۆرىدىغان ۋە جاۋاب بېرىدىغان ئادەم بار.</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>تاپشۇرۇۋالدۇق</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Taking it back…</source>
        <translation>قايتۇرۇۋاتىدۇ…</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>قايتۇرۇش (%1 سېكۇنت)</translation>
    </message>
    <message>
        <source>Read the code</source>
        <translation>كودنى ئوقۇش</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>تامام</translation>
    </message>
</context>
<context>
    <name>ThreadTurn</name>
    <message>
        <source>You</source>
        <translation>سىز</translation>
    </message>
    <message>
        <source>Our staff</source>
        <translation>خادىم</translation>
    </message>
</context>
<context>
    <name>TogetherScreen</name>
    <message>
        <source>Vote of the week</source>
        <translation>ھەپتىلىك سوئال</translation>
    </message>
    <message>
        <source>Enough for a class</source>
        <translation>بىرلىشىپ دەرس ئېچىش</translation>
    </message>
    <message>
        <source>Wish wall</source>
        <translation>ئارزۇ تېمى</translation>
    </message>
    <message>
        <source>One question, one tap, no name.</source>
        <translation>بىر سوئال، بىر بېسىش، ئىسىمسىز.</translation>
    </message>
    <message>
        <source>A course opens once enough people want it. Nobody leaves a name here.</source>
        <translation>ئادەم يەتسە دەرس ئېچىلىدۇ، بىر كېلىش بىر كىشى، ئىسىمسىز.</translation>
    </message>
    <message>
        <source>Each wish was read before it was put up.</source>
        <translation>ھەر بىر ئارزۇنى ئاۋۋال بىر كىشى كۆرىدۇ.</translation>
    </message>
    <message>
        <source>It could not be saved. Please call our staff.</source>
        <translation>ساقلانمىدى، خادىم چاقىرىڭ.</translation>
    </message>
    <message>
        <source>Write my wish</source>
        <translation>ئارزۇيۇمنى يېزىش</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>كۆرۈپ بولدۇم</translation>
    </message>
</context>
<context>
    <name>VoiceBody</name>
    <message>
        <source>Press and speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it and speak again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please speak. Seconds left: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hear what you said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your message is recorded. Seconds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work. Please try again, or go back and write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording begins when you press, and stops when you press again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumeRow</name>
    <message>
        <source>Volume %1</source>
        <comment>of five</comment>
        <translation>ئاۋاز %1</translation>
    </message>
</context>
<context>
    <name>VoteOption</name>
    <message>
        <source>%1: %2 votes</source>
        <translation>%1: %2 ئاۋاز</translation>
    </message>
    <message>
        <source>(yours)</source>
        <translation>(سىز تاللىغان)</translation>
    </message>
</context>
<context>
    <name>VotePart</name>
    <message>
        <source>%1 votes.</source>
        <translation>جەمئىي %1 ئاۋاز.</translation>
    </message>
    <message>
        <source>You see the result once you have voted.</source>
        <translation>ئاۋاز بەرگەندىن كېيىن نەتىجىنى كۆرىسىز.</translation>
    </message>
    <message>
        <source>Open until %1. One vote a visit, no name.</source>
        <translation>%1 دە ئاخىرلىشىدۇ. بىر كېلىش بىر ئاۋاز، ئىسىمسىز.</translation>
    </message>
    <message>
        <source>The vote is over.</source>
        <translation>ئاۋاز بېرىش ئاخىرلاشتى.</translation>
    </message>
</context>
<context>
    <name>WayTabs</name>
    <message>
        <source>Write</source>
        <translation>خەت يېزىش</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>پىنيىن</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>سىزىق</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>سۆزلەش</translation>
    </message>
    <message>
        <source>English</source>
        <translation>ئىنگلىزچە</translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the text that was cleared</comment>
        <translation>ئەسلىگە كەلتۈرۈش</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>تازىلاش</translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>Done writing</source>
        <translation>يېزىپ بولدۇم</translation>
    </message>
</context>
</TS>
