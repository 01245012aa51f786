<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ug_CN" sourcelanguage="en">
<context>
    <name>BoardCard</name>
    <message>
        <source>You asked · We did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first proposals will stand here when something was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done so far: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Done %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre&apos;s figures have not reached this terminal yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received %1, answered %2, done %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Answered on time: %1%.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first thing that was done will stand here, with its date and who did it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is listed as under way right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been put off right now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1
of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>More</source>
        <comment>more words to choose from</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <comment>back to the keys of the keyboard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting the Chinese keyboard ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word found for this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap the strokes in order, then the character here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type pinyin, then tap the word here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateSheet</name>
    <message>
        <source>Page back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Others</source>
        <comment>other phrases to tap</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Year before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>A year, in Qt&apos;s format letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year after</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>A date with its weekday, in Qt&apos;s format letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A date without its weekday, in Qt&apos;s format letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeedCard</name>
    <message>
        <source>You asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Me too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete one digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Easier to read or to reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for you, until you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 percent</source>
        <comment>size of type</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <extracomment>One letter or character, shown small to large</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is fine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>In the dock: opens size of type, white on black, everything lower</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawEntry</name>
    <message>
        <source>Draw here with your finger</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Drawing pad, %n stroke(s)</source>
        <translation>
            <numerusform>
            </numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the drawing that was cleared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a stroke</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormsScreen</name>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Welcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The product&apos;s name; keep the Chinese one beside an English word only where there is room</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before sending</source>
        <extracomment>Where the visitor stands in a form</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeLow</name>
    <message>
        <source>See what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeUpright</name>
    <message>
        <source>Tell us more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeWide</name>
    <message>
        <source>Tell us more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open today %1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between weekdays</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdleCard</name>
    <message>
        <source>Leave this form?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you have answered is not sent and will be wiped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1 seconds this page is wiped, to keep your answers private.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Take the first word</source>
        <extracomment>Long key of the Chinese keyboard: takes the first of the words offered above</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep letters</source>
        <extracomment>Key: what was typed stays as letters and becomes no Chinese word</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zh/En</source>
        <extracomment>Face of a narrow key: Chinese or English</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 keys</source>
        <extracomment>Key: pinyin with the nine keys of a telephone</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>26 keys</source>
        <extracomment>Key: pinyin with all 26 letters</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next syllable</source>
        <extracomment>Key: begins the next syllable</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete one character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals, locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal</source>
        <comment>stroke of a character</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical</source>
        <comment>stroke of a character</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left-falling</source>
        <comment>stroke of a character</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dot</source>
        <comment>stroke of a character</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning</source>
        <comment>stroke of a character</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookUpCard</name>
    <message>
        <source>See what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a receipt code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the receipt code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>This code does not fit. Please compare it sign by sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This terminal has not heard of this code. Please check it, or scan the receipt&apos;s code by phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many tries. Please wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be looked up. Please call our staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your receipt code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten signs, on your receipt. O is 0, I and L are 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others got done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more signs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The window&apos;s title, for a screen reader</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>
            </numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OthersScreen</name>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>page of pages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>%1 / %2 characters</source>
        <extracomment>Characters written, of how many that fit</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>Where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this terminal. It goes to the centre as soon as there is a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As heard from the centre at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This terminal has not heard from the centre yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received, and kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody gives you a first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes to those responsible</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Your phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to answer you about this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap them in order. Ranked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose up to %1. Chosen: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please draw something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose in each row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptSlip</name>
    <message>
        <source>Your receipt code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a picture or write it down.
No login is needed to look it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <comment>number in the record, and short link</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code to scan: opens your receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan with WeChat to look it up by phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>No answer</source>
        <extracomment>In place of an answer that was not given</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <comment>an answer</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Is everything right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved. Your answers are still here: please call our staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>Touch the answer that fits. You can change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the bottom right you go on; Back is at the bottom left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may skip what you do not want to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read your answers once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch Change beside what is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch Send when all is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down the receipt code, or take a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it you can see here what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch Finish when you are done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the ten signs of your receipt code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then touch Look it up at the bottom right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see who has it and by when you get an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here stands what visitors asked for, and what came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the words on top to see what is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn pages with the buttons at the bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a face: one touch, and you have said something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or touch a picture to say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a receipt code you can see what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This visitor asks for staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this page works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called at %1. Nothing you entered is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sign can be seen across the hall. If nobody comes within a few minutes, please go to the service desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I see, go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed to those responsible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are asked how it went</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back for another department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as an idea for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joined with the same wish of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown in public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed without action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer was due by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThanksHead</name>
    <message>
        <source>It has been taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you,
we have received it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will work on it. You are welcome to say it again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People here will read what you said, and answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <comment>seal, two characters in Chinese</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Taking it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WayTabs</name>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the text that was cleared</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
