<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>BoardCard</name>
    <message>
        <source>You asked · We did it</source>
        <translation>您提議 · 我們做到</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>做到</translation>
    </message>
    <message>
        <source>The first proposals will stand here when something was done.</source>
        <translation>第一件做到的事，會寫在這裡。</translation>
    </message>
    <message>
        <source>Done so far: %1</source>
        <translation>已做到 %1 件</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>看全部</translation>
    </message>
</context>
<context>
    <name>BoardScreen</name>
    <message>
        <source>Done %1</source>
        <translation>已做到 %1</translation>
    </message>
    <message>
        <source>Under way %1</source>
        <translation>正在做 %1</translation>
    </message>
    <message>
        <source>Not for now %1</source>
        <translation>暫時做不到 %1</translation>
    </message>
    <message>
        <source>How we count</source>
        <translation>怎麼算的</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>人也想要</translation>
    </message>
    <message>
        <source>The centre&apos;s figures have not reached this terminal yet.</source>
        <translation>館裡的數字還沒有傳到這台機器。</translation>
    </message>
    <message>
        <source>Received %1, answered %2, done %3.</source>
        <translation>收到 %1 條，已答覆 %2 條，做到 %3 件。</translation>
    </message>
    <message>
        <source> Answered on time: %1%.</source>
        <translation>按時答覆 %1%。</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>您提議 · 我們做到</translation>
    </message>
    <message>
        <source>The first thing that was done will stand here, with its date and who did it.</source>
        <translation>做到第一件，就寫在這裡：誰做的，什麼時候。</translation>
    </message>
    <message>
        <source>Nothing is listed as under way right now.</source>
        <translation>眼下沒有正在做的事。</translation>
    </message>
    <message>
        <source>Nothing has been put off right now.</source>
        <translation>眼下沒有暫時做不到的事。</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Vote, join, wish</source>
        <translation>投票、拼單、許願</translation>
    </message>
    <message>
        <source>Page %1
of %2</source>
        <translation>第 %1 頁
共 %2 頁</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>我也需要</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
</context>
<context>
    <name>CandidateBar</name>
    <message>
        <source>More</source>
        <comment>more words to choose from</comment>
        <translation>更多</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>back to the keys of the keyboard</comment>
        <translation>收起</translation>
    </message>
    <message>
        <source>Getting the Chinese keyboard ready</source>
        <translation>正在準備中文鍵盤</translation>
    </message>
    <message>
        <source>Write below, then tap the word here</source>
        <translation>在下面寫字，再點這裡的字</translation>
    </message>
    <message>
        <source>No word found for this</source>
        <translation>沒有這個詞，請換個打法</translation>
    </message>
    <message>
        <source>Tap the strokes in order, then the character here</source>
        <translation>按順序點筆畫，再在這裡點字</translation>
    </message>
    <message>
        <source>Type pinyin, then tap the word here</source>
        <translation>打拼音，再在這裡點詞</translation>
    </message>
</context>
<context>
    <name>CandidateSheet</name>
    <message>
        <source>Page back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一頁</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Others</source>
        <comment>other phrases to tap</comment>
        <translation>換一批</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Clear all</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation>刪一位</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Year before</source>
        <translation>前一年</translation>
    </message>
    <message>
        <source>yyyy</source>
        <extracomment>A year, in Qt&apos;s format letters</extracomment>
        <translation>yyyy 年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>後一年</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>ddd d MMMM</source>
        <extracomment>A date with its weekday, in Qt&apos;s format letters</extracomment>
        <translation>M月d日（ddd）</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <extracomment>A date without its weekday, in Qt&apos;s format letters</extracomment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>DeedCard</name>
    <message>
        <source>You asked</source>
        <translation>您提議</translation>
    </message>
    <message>
        <source>We did</source>
        <translation>我們做到</translation>
    </message>
    <message>
        <source>We are doing</source>
        <translation>我們在做</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>為什麼暫時做不到</translation>
    </message>
    <message>
        <source>%1 of %2 say it is settled</source>
        <translation>%2 人評過，%1 人說解決了</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>做到</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>人也想要</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>我也需要</translation>
    </message>
</context>
<context>
    <name>DeedsScreen</name>
    <message>
        <source>Your reply is saved. Our staff get it as soon as there is a network.</source>
        <translation>您的回覆已存好，聯網後就送給工作人員。</translation>
    </message>
    <message>
        <source>Thank you. Your word on our answer counts.</source>
        <translation>謝謝，您的評價已經記下。</translation>
    </message>
    <message>
        <source>Your request is saved and on its way.</source>
        <translation>您的請求已存好，正在送往中心。</translation>
    </message>
    <message>
        <source>Taken back. It counts no more, and nobody will work on it.</source>
        <translation>已經撤回，不再計入，也不再辦理。</translation>
    </message>
    <message>
        <source>You took it back.</source>
        <translation>您已經撤回。</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>正在問中心……</translation>
    </message>
    <message>
        <source>Our staff have a question for you.</source>
        <translation>工作人員有話想問您。</translation>
    </message>
    <message>
        <source>The centre cannot be reached from here now.</source>
        <translation>現在連不上中心。</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>留言與更多</translation>
    </message>
    <message>
        <source>Reply to our staff</source>
        <translation>回覆工作人員</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>再補充一句</translation>
    </message>
    <message>
        <source>Rate our answer again</source>
        <translation>重新評價答覆</translation>
    </message>
    <message>
        <source>Rate our answer</source>
        <translation>評價這次答覆</translation>
    </message>
    <message>
        <source>My data: copy, correct, delete</source>
        <translation>我的資料：要一份、更正、刪除</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回這條反饋</translation>
    </message>
    <message>
        <source>Take it back? It will count no more, and this cannot be undone.</source>
        <translation>要撤回嗎？撤回後不再計入，也不能恢復。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不撤回</translation>
    </message>
    <message>
        <source>Copy asked for</source>
        <translation>要了一份副本</translation>
    </message>
    <message>
        <source>Correction asked for</source>
        <translation>請求更正</translation>
    </message>
    <message>
        <source>Deletion asked for</source>
        <translation>請求刪除</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>%1已辦好</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1前辦好</translation>
    </message>
    <message>
        <source>Messages, taking back and requests about your data need the centre. Please scan your receipt&apos;s code by phone, or try again later.</source>
        <translation>留言、撤回和資料請求要聯網才能辦。請用手機掃回執上的碼，或者過一會兒再來。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>看好了</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>Delete one digit</source>
        <translation>刪一位</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小數點</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Easier to read or to reach</source>
        <translation>看得更清，夠得更低</translation>
    </message>
    <message>
        <source>Only for you, until you leave.</source>
        <translation>只為您改，您走後復原。</translation>
    </message>
    <message>
        <source>Size of type</source>
        <translation>字的大小</translation>
    </message>
    <message>
        <source>%1 percent</source>
        <comment>size of type</comment>
        <translation>百分之%1</translation>
    </message>
    <message>
        <source>A</source>
        <extracomment>One letter or character, shown small to large</extracomment>
        <translation>字</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黑底白字</translation>
    </message>
    <message>
        <source>Everything lower</source>
        <translation>按鈕放低</translation>
    </message>
    <message>
        <source>How loud it is read</source>
        <translation>朗讀的音量</translation>
    </message>
    <message>
        <source>That is fine</source>
        <translation>這樣就好</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首頁</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Lang.</source>
        <extracomment>In the dock, where the whole word does not fit: languages</extracomment>
        <translation>語言</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗讀</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗讀</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>In the dock: opens size of type, white on black, everything lower</extracomment>
        <translation>字號顯示</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準版</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>長輩版</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>叫工作​人員</translation>
    </message>
</context>
<context>
    <name>DrawEntry</name>
    <message>
        <source>Draw here with your finger</source>
        <translation>用手指在這裡畫</translation>
    </message>
    <message numerus="yes">
        <source>Drawing pad, %n stroke(s)</source>
        <translation>
            <numerusform>畫板，已畫 %n 筆</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the drawing that was cleared</comment>
        <translation>找回來</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Undo a stroke</source>
        <translation>撤一筆</translation>
    </message>
</context>
<context>
    <name>FormsScreen</name>
    <message>
        <source>What would you like to do?</source>
        <translation>您想說哪一樣？</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Welcome.</source>
        <translation>您好，歡迎來館裡。</translation>
    </message>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>您對今天的服務滿意嗎？</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常滿意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本滿意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不滿意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不滿意</translation>
    </message>
</context>
<context>
    <name>HandBoard</name>
    <message>
        <source>Wipe</source>
        <extracomment>Key beside the writing pad: takes every stroke away</extracomment>
        <translation>重寫</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Key beside the writing pad: takes the last stroke away</extracomment>
        <translation>撤一筆</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Key beside the writing pad: takes the last character away</extracomment>
        <translation>刪一字</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>數字和符號</translation>
    </message>
    <message>
        <source>Getting the pad ready</source>
        <translation>正在準備寫字板</translation>
    </message>
    <message>
        <source>Write here with your finger, several characters in a row if you like</source>
        <translation>用手指寫在這裡，可以連著寫幾個字</translation>
    </message>
    <message numerus="yes">
        <source>Writing pad, %n stroke(s)</source>
        <translation>
            <numerusform>寫字板，%n 筆</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoffButton</name>
    <message>
        <source>Go on by phone</source>
        <translation>用手機繼續</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>Code to scan: opens what you filled in</source>
        <translation>二維碼：掃了就能接著填</translation>
    </message>
    <message>
        <source>This screen is too small for a code.</source>
        <translation>這塊螢幕太小，顯示不了二維碼。</translation>
    </message>
    <message>
        <source>The code could not be made. Your answers are still here.</source>
        <translation>二維碼沒有做出來，您填的還在。</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>請稍等</translation>
    </message>
    <message>
        <source>Go on by phone</source>
        <translation>用手機繼續</translation>
    </message>
    <message>
        <source>Open WeChat, tap Scan, and point it at the code.</source>
        <translation>打開微信，點“掃一掃”，對準二維碼。</translation>
    </message>
    <message>
        <source>What you have filled in goes along. No log-in, no name.</source>
        <translation>填好的會帶過去。不用登錄，不用姓名。</translation>
    </message>
    <message>
        <source>Or open %1 and type:</source>
        <translation>或打開 %1，輸入短碼：</translation>
    </message>
    <message>
        <source>Too long to come along, please write it again by phone: %1</source>
        <translation>字太多，沒有帶過去，請在手機上再寫：%1</translation>
    </message>
    <message>
        <source>Your drawing does not come along.</source>
        <translation>您畫的畫不會帶過去。</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>掃好了</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The product&apos;s name; keep the Chinese one beside an English word only where there is room</extracomment>
        <translation>心聲亭</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>第 %1 題&#x3000;共 %2 題</translation>
    </message>
    <message>
        <source>Before sending</source>
        <extracomment>Where the visitor stands in a form</extracomment>
        <translation>送出之前</translation>
    </message>
</context>
<context>
    <name>HomeLow</name>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>您對今天的服務滿意嗎？</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常滿意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>滿意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本滿意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不滿意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不滿意</translation>
    </message>
    <message>
        <source>See what became of it</source>
        <translation>查辦理進度</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>您提議 · 我們做到</translation>
    </message>
</context>
<context>
    <name>HomeUpright</name>
    <message>
        <source>Tell us more?</source>
        <translation>想具體說說？</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>請點一個方面</translation>
    </message>
</context>
<context>
    <name>HomeWide</name>
    <message>
        <source>Tell us more?</source>
        <translation>想具體說說？</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>請點一個方面</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open today %1–%2</source>
        <translation>今天 %1–%2 開放</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今天閉館</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1閉館</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between weekdays</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>HowCounted</name>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Visits since the quarter began whose words, bad grade or wish for a reply ask for an answer. A visit counts once.</source>
        <translation>本季度寫了話、打了差評或想要回音的到訪。一次到訪算一件。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答覆</translation>
    </message>
    <message>
        <source>Those of them whom a person has given a first answer.</source>
        <translation>其中已有人作出第一次答覆的。</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按時</translation>
    </message>
    <message>
        <source>First answers within three working days. Below 30 no share is shown.</source>
        <translation>三個工作日內作出第一次答覆的比例。不足 30 件不顯示。</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>不公開</translation>
    </message>
    <message>
        <source>Kept out of public view, with a reason on record. They are answered and counted all the same.</source>
        <translation>決定不公開的，理由記錄在案。照樣答覆，照樣計入。</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>也想要</translation>
    </message>
    <message>
        <source>Whoever wrote about it and whoever pressed Me too, each visit once.</source>
        <translation>寫過或點過「我也需要」的，一次到訪只算一次。</translation>
    </message>
    <message>
        <source>What people say of it</source>
        <translation>大家怎麼說</translation>
    </message>
    <message>
        <source>The last word of every visit that rated our answer. Silence is not counted as praise.</source>
        <translation>評價過答覆的到訪，以最後一次為準。沒評價不算好評。</translation>
    </message>
</context>
<context>
    <name>IdleCard</name>
    <message>
        <source>Leave this form?</source>
        <translation>要離開嗎？</translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation>還需要時間嗎？</translation>
    </message>
    <message>
        <source>What you have answered is not sent and will be wiped.</source>
        <translation>您填的還沒有送出，離開就清掉了。</translation>
    </message>
    <message>
        <source>In %1 seconds this page is wiped, to keep your answers private.</source>
        <translation>%1 秒後清空這一頁，免得別人看到您填的。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>End</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>接著填</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>還要時間</translation>
    </message>
</context>
<context>
    <name>JoinPart</name>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 / %2 人</translation>
    </message>
    <message>
        <source>Enough have joined.</source>
        <translation>人數夠了。</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>已經結束。</translation>
    </message>
    <message>
        <source>Open until %1.</source>
        <translation>%1截止。</translation>
    </message>
    <message>
        <source>Count me in</source>
        <translation>算我一個</translation>
    </message>
    <message>
        <source>You are counted</source>
        <translation>已算上您</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>Take the first word</source>
        <extracomment>Long key of the Chinese keyboard: takes the first of the words offered above</extracomment>
        <translation>選第一個詞</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Keep letters</source>
        <extracomment>Key: what was typed stays as letters and becomes no Chinese word</extracomment>
        <translation>用字母</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>換行</translation>
    </message>
    <message>
        <source>Zh/En</source>
        <extracomment>Face of a narrow key: Chinese or English</extracomment>
        <translation>中/英</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>筆畫</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>寫字</translation>
    </message>
    <message>
        <source>9 keys</source>
        <extracomment>Key: pinyin with the nine keys of a telephone</extracomment>
        <translation>九鍵</translation>
    </message>
    <message>
        <source>26 keys</source>
        <extracomment>Key: pinyin with all 26 letters</extracomment>
        <translation>全鍵</translation>
    </message>
    <message>
        <source>Next syllable</source>
        <extracomment>Key: begins the next syllable</extracomment>
        <translation>分詞</translation>
    </message>
    <message>
        <source>Delete one character</source>
        <translation>刪一個字</translation>
    </message>
    <message>
        <source>Capitals, locked</source>
        <translation>大寫，已鎖定</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>大寫，已打開</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大寫</translation>
    </message>
    <message>
        <source>Write Chinese</source>
        <translation>寫中文</translation>
    </message>
    <message>
        <source>Write English</source>
        <translation>寫英文</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>數字和符號</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <comment>stroke of a character</comment>
        <translation>橫</translation>
    </message>
    <message>
        <source>Vertical</source>
        <comment>stroke of a character</comment>
        <translation>豎</translation>
    </message>
    <message>
        <source>Left-falling</source>
        <comment>stroke of a character</comment>
        <translation>撇</translation>
    </message>
    <message>
        <source>Dot</source>
        <comment>stroke of a character</comment>
        <translation>點</translation>
    </message>
    <message>
        <source>Turning</source>
        <comment>stroke of a character</comment>
        <translation>折</translation>
    </message>
</context>
<context>
    <name>LanguageSheet</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
</context>
<context>
    <name>LookUpCard</name>
    <message>
        <source>See what became of it</source>
        <translation>查辦理進度</translation>
    </message>
    <message>
        <source>With a receipt code</source>
        <translation>有回執碼</translation>
    </message>
    <message>
        <source>Type the receipt code</source>
        <translation>輸入回執碼</translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>This code does not fit. Please compare it sign by sign.</source>
        <translation>這個回執碼對不上，請逐位核對。</translation>
    </message>
    <message>
        <source>This terminal has not heard of this code. Please check it, or scan the receipt&apos;s code by phone.</source>
        <translation>這台機器還沒有這個回執碼。請核對，或用手機掃一掃。</translation>
    </message>
    <message>
        <source>Too many tries. Please wait a minute, then try again.</source>
        <translation>試的次數多了，請等一分鐘再試。</translation>
    </message>
    <message>
        <source>It could not be looked up. Please call our staff.</source>
        <translation>沒有查成，請叫工作人員。</translation>
    </message>
    <message>
        <source>Type your receipt code</source>
        <translation>請輸入回執碼</translation>
    </message>
    <message>
        <source>Ten signs, on your receipt. O is 0, I and L are 1.</source>
        <translation>回執上的十位。字母 O 按 0，字母 I、L 按 1。</translation>
    </message>
    <message>
        <source>What others got done</source>
        <translation>看大家的提議</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查…</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查進度</translation>
    </message>
    <message>
        <source>%1 more signs</source>
        <translation>還差 %1 位</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The window&apos;s title, for a screen reader</extracomment>
        <translation>心聲亭</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>已輸入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>顯示號碼</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>OthersScreen</name>
    <message>
        <source>Something else</source>
        <translation>其他方面</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>請點一個方面</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Up</source>
        <translation>上面</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>page of pages</comment>
        <translation>第 %1 頁&#x3000;共 %2 頁</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>下面還有</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your words</source>
        <extracomment>The field that a visitor writes in, for a screen reader</extracomment>
        <translation>您的話</translation>
    </message>
    <message>
        <source>%1 / %2 characters</source>
        <extracomment>Characters written, of how many that fit</extracomment>
        <translation>%1 / %2 字</translation>
    </message>
    <message>
        <source>Text up</source>
        <translation>往上看</translation>
    </message>
    <message>
        <source>Text down</source>
        <translation>往下看</translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>Where it stands</source>
        <translation>辦理進度</translation>
    </message>
    <message>
        <source>Receipt code %1</source>
        <translation>回執碼&#x3000;%1</translation>
    </message>
    <message>
        <source>Our staff have a question for you. You find it behind the button on the left.</source>
        <translation>工作人員有話想問您，點左下角就能看到。</translation>
    </message>
    <message>
        <source>Saved on this terminal. It goes to the centre as soon as there is a network.</source>
        <translation>已保存在這台機器，聯網後上傳。</translation>
    </message>
    <message>
        <source>Read and reply</source>
        <translation>看看並回復</translation>
    </message>
    <message>
        <source>Reply, rate, take back</source>
        <translation>留言、評價、撤回</translation>
    </message>
    <message>
        <source>This terminal has not heard from the centre yet.</source>
        <translation>這台機器還沒有收到館裡的消息。</translation>
    </message>
    <message>
        <source>From the centre, %1</source>
        <translation>館裡 %1 的消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>看好了</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>What happens next</source>
        <translation>接下來</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a day</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>Received, and kept here</source>
        <translation>已經收到，存在館裡</translation>
    </message>
    <message>
        <source>Somebody gives you a first answer</source>
        <translation>有人第一次答覆您</translation>
    </message>
    <message>
        <source>It goes to: %1</source>
        <translation>交給%1</translation>
    </message>
    <message>
        <source>It goes to those responsible</source>
        <translation>交給負責的部門</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Your phone number</source>
        <translation>您的手機號</translation>
    </message>
    <message>
        <source>Only to answer you about this.</source>
        <translation>只用來答覆這件事。</translation>
    </message>
    <message>
        <source>Tap them in order. Ranked: %1</source>
        <translation>按順序點，已排 %1 項</translation>
    </message>
    <message>
        <source>Choose up to %1. Chosen: %2</source>
        <translation>最多選 %1 項&#x3000;已選 %2 項</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已選 %1 項</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳過</translation>
    </message>
    <message>
        <source>Please write a few words</source>
        <translation>請先寫幾個字</translation>
    </message>
    <message>
        <source>Please type the number</source>
        <translation>請先輸入數字</translation>
    </message>
    <message>
        <source>Please choose a day</source>
        <translation>請先選日子</translation>
    </message>
    <message>
        <source>Please say something</source>
        <translation>請說幾句</translation>
    </message>
    <message>
        <source>Please draw something</source>
        <translation>請先畫一畫</translation>
    </message>
    <message>
        <source>Please choose in each row</source>
        <translation>請每行點一個</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>請先點一個</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送出</translation>
    </message>
    <message>
        <source>Look it over</source>
        <translation>看一遍</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>寫好了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一題</translation>
    </message>
</context>
<context>
    <name>ReceiptSlip</name>
    <message>
        <source>Your receipt code</source>
        <translation>您的回執碼</translation>
    </message>
    <message>
        <source>Take a picture or write it down.
No login is needed to look it up.</source>
        <translation>拍下來，或抄下來。
不用登錄就能查。</translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <comment>number in the record, and short link</comment>
        <translation>第 %1 號記錄 · %2</translation>
    </message>
    <message>
        <source>Code to scan: opens your receipt</source>
        <translation>二維碼：打開您的回執</translation>
    </message>
    <message>
        <source>Scan with WeChat to look it up by phone</source>
        <translation>打開微信掃一掃，在手機上查</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>No answer</source>
        <extracomment>In place of an answer that was not given</extracomment>
        <translation>沒有回答</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>an answer</comment>
        <translation>改</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Is everything right?</source>
        <translation>這樣對嗎？</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>還沒有送出，可以改。</translation>
    </message>
    <message>
        <source>It could not be saved. Your answers are still here: please call our staff.</source>
        <translation>沒有存下來。您填的都在，請叫工作人員。</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您畫的畫</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送出</translation>
    </message>
</context>
<context>
    <name>SetupCentre</name>
    <message>
        <source>The centre</source>
        <translation>總檯</translation>
    </message>
    <message>
        <source>Enrolled already: terminal %1, %2. A new code enrols it again; nothing is lost.</source>
        <translation>已登記：%1 號終端，%2。​用新碼可重新登記，數據不丟。</translation>
    </message>
    <message>
        <source>The desk gives you address and code, or a stick. Without a network: later.</source>
        <translation>網址和登記碼由總檯給，也可用 U 盤。沒有網絡，以後再說。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>登記碼</translation>
    </message>
    <message>
        <source>Take both from the stick</source>
        <translation>從 U 盤讀取網址和登記碼</translation>
    </message>
</context>
<context>
    <name>SetupDone</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Size of the screen: %1 inches</source>
        <translation>螢幕大小：%1 英寸</translation>
    </message>
    <message>
        <source>Centre: terminal %1, %2</source>
        <translation>總檯：%1 號終端，%2</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>總檯</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>工作人員密碼</translation>
    </message>
    <message>
        <source>Test tap</source>
        <translation>試點一下</translation>
    </message>
    <message>
        <source>The terminal is ready</source>
        <translation>終端可以用了</translation>
    </message>
    <message>
        <source>Ready, with something left for later</source>
        <translation>可以用了，還有幾步以後做</translation>
    </message>
    <message>
        <source>What is left can be done from the staff page. Until then everything is kept here.</source>
        <translation>沒做的，以後從工作人員頁面補。這之前的意見都存在本機。</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以後</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>SetupKeys</name>
    <message>
        <source>Delete one</source>
        <translation>刪一位</translation>
    </message>
</context>
<context>
    <name>SetupLanguage</name>
    <message>
        <source>Which language first?</source>
        <translation>先用哪種語言？</translation>
    </message>
    <message>
        <source>Visitors can change it at any time.</source>
        <translation>觀眾隨時可以換。</translation>
    </message>
</context>
<context>
    <name>SetupPin</name>
    <message>
        <source>Too short: at least six digits.</source>
        <translation>太短了，至少六位數字。</translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation>太長了，最多十位數字。</translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation>太好猜了，請換一個。</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>兩次不一樣，請重新來。</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation>設工作人員密碼</translation>
    </message>
    <message>
        <source>Six to ten digits. Staff come in by holding the name at the top left for five seconds, then touching the clock three times.</source>
        <translation>六到十位數字。以後進來：先按住左上角名稱五秒。再點右上角時間三下。</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>已輸 %1 位</translation>
    </message>
</context>
<context>
    <name>SetupRuler</name>
    <message>
        <source>Hold a bank card here</source>
        <translation>拿一張銀行卡比一比</translation>
    </message>
    <message>
        <source>Make the drawn card as wide as yours: drag its right edge, or touch less and more. Then every size is right.</source>
        <translation>把畫的卡調到和真卡一樣寬。拖右邊圓點，或點下面兩個按鈕。之後所有大小都準。</translation>
    </message>
    <message>
        <source>Right edge of the card</source>
        <translation>卡的右邊</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>窄一點</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>寬一點</translation>
    </message>
    <message>
        <source>%1 inches</source>
        <translation>%1 英寸</translation>
    </message>
</context>
<context>
    <name>SetupStage</name>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>It is as wide as my card</source>
        <translation>和卡一樣寬了</translation>
    </message>
    <message>
        <source>Calling the centre…</source>
        <translation>正在聯繫總檯…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>Type address and code</source>
        <translation>請輸網址和登記碼</translation>
    </message>
    <message>
        <source>Type a PIN</source>
        <translation>請輸密碼</translation>
    </message>
    <message>
        <source>Touch the field first</source>
        <translation>請先點上面</translation>
    </message>
    <message>
        <source>Open to visitors</source>
        <translation>開始使用</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首次設置</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後再說</translation>
    </message>
</context>
<context>
    <name>SetupTap</name>
    <message>
        <source>Kept here. Waiting for the centre…</source>
        <translation>已存在本機，等總檯回執…</translation>
    </message>
    <message>
        <source>Kept here. The centre gets it once this terminal is enrolled.</source>
        <translation>已存在本機，登記後會傳給總檯。</translation>
    </message>
    <message>
        <source>The centre has it, and has signed for it.</source>
        <translation>總檯收到了，並已簽收。</translation>
    </message>
    <message>
        <source>Touch here</source>
        <translation>點這裡</translation>
    </message>
    <message>
        <source>One tap to try it</source>
        <translation>點一下試試</translation>
    </message>
    <message>
        <source>It is a test of the terminal, and counts as nobody&apos;s opinion.</source>
        <translation>只是測試終端，不算任何人的意見。</translation>
    </message>
</context>
<context>
    <name>StaffBand</name>
    <message>
        <source>Practice. Nothing here counts, and nothing is sent.</source>
        <translation>練習中：不計入，也不上傳</translation>
    </message>
    <message>
        <source>Staff %1 enters slip %2</source>
        <translation>工號 %1 代錄第 %2 號紙條</translation>
    </message>
    <message>
        <source>Staff %1 types for a visitor</source>
        <translation>工號 %1 幫觀眾填寫</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>結束練習</translation>
    </message>
    <message>
        <source>End entering</source>
        <translation>結束代錄</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>練 習</translation>
    </message>
</context>
<context>
    <name>StaffClean</name>
    <message>
        <source>Wipe the screen now. Touch does nothing.</source>
        <translation>請擦螢幕，現在觸摸不起作用</translation>
    </message>
</context>
<context>
    <name>StaffEntry</name>
    <message>
        <source>Enter for somebody</source>
        <translation>代人錄入</translation>
    </message>
    <message>
        <source>It is marked as entered by staff, and never counts as a visitor&apos;s rating.</source>
        <translation>會註明由工作人員錄入，不算觀眾評分。</translation>
    </message>
    <message>
        <source>Please type your staff number first.</source>
        <translation>請先輸您的工號。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation>您的工號</translation>
    </message>
    <message>
        <source>Number of the slip (none: the visitor is here)</source>
        <translation>紙條編號（本人在場就不填）</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>StaffFact</name>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Safe mode after three crashes: ratings only. It ends after a day, or by the button below.</source>
        <translation>連續出錯三次，現在只收評分。一天後恢復，或點下面按鈕。</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>全部已上傳。</translation>
    </message>
    <message>
        <source>Not sent: %1, the oldest since %2.</source>
        <translation>未上傳 %1 條，最早的等了 %2。</translation>
    </message>
    <message>
        <source>Set aside: %1. The centre could not use them; kiosk status names them.</source>
        <translation>擱置 %1 條，總檯沒能用上。​請技術人員看 kiosk status。</translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1</source>
        <translation>未上傳的錄音留言：%1 條</translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1. Damaged and set aside: %2; they lie in the folder voices.</source>
        <translation>未上傳的錄音留言：%1 條。損壞 %2 條，在 voices 文件夾裡。</translation>
    </message>
    <message>
        <source>The centre was heard last: %1</source>
        <translation>上次聯繫上總檯：%1</translation>
    </message>
    <message>
        <source>The centre was never heard.</source>
        <translation>還沒有聯繫上總檯。</translation>
    </message>
    <message>
        <source>Enrolled: terminal %1, %2</source>
        <translation>已登記：%1 號終端，%2</translation>
    </message>
    <message>
        <source>Not enrolled. It collects, and nothing is sent.</source>
        <translation>還沒登記。照常收集，暫不上傳。</translation>
    </message>
    <message>
        <source>Room on the disk: %1 GB</source>
        <translation>磁盤剩餘 %1 GB</translation>
    </message>
    <message>
        <source>The clock says %1, and is %2 s off. Please have it set.</source>
        <translation>時鐘 %1，差 %2 秒，請校準。</translation>
    </message>
    <message>
        <source>The clock says %1.</source>
        <translation>時鐘 %1</translation>
    </message>
    <message>
        <source>Visitors may leave a number.</source>
        <translation>觀眾可以留電話。</translation>
    </message>
    <message>
        <source>No number is asked for: the centre has not switched it on.</source>
        <translation>不問電話：總檯沒有打開這一項。</translation>
    </message>
    <message>
        <source>No number is asked for: without a centre it could not be sealed.</source>
        <translation>不問電話：沒登記，號碼無法加密。</translation>
    </message>
    <message>
        <source>Codes for phones are shown.</source>
        <translation>會顯示手機二維碼。</translation>
    </message>
    <message>
        <source>No codes for phones: there is no centre to open them.</source>
        <translation>沒有手機二維碼：還沒登記總檯。</translation>
    </message>
    <message>
        <source>No codes for phones: the centre has no public https address.</source>
        <translation>沒有手機二維碼：總檯沒有公網網址。</translation>
    </message>
    <message>
        <source>Version %1, %2 forms from the centre</source>
        <translation>版本 %1，總檯下發表單 %2 份</translation>
    </message>
    <message>
        <source>The store was damaged once and mended. Please have the disk checked.</source>
        <translation>數據曾損壞並修復，請檢查磁盤。</translation>
    </message>
</context>
<context>
    <name>StaffLeave</name>
    <message>
        <source>Close the kiosk?</source>
        <translation>要退出終端嗎？</translation>
    </message>
    <message>
        <source>The screen goes dark and visitors cannot say anything. To begin again, switch the terminal off and on. What was said is kept.</source>
        <translation>退出後螢幕變黑，觀眾不能留言。關機再開機就恢復。已有的意見都在。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>退出終端</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Calling the centre…</source>
        <translation>正在聯繫總檯…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在上傳…</translation>
    </message>
    <message>
        <source>The centre is there.</source>
        <translation>聯繫上總檯了。</translation>
    </message>
    <message>
        <source>Done: everything is at the centre.</source>
        <translation>好了，總檯全部收到。</translation>
    </message>
    <message>
        <source>Done for now: %1 not sent.</source>
        <translation>暫時好了，還有 %1 條未上傳。</translation>
    </message>
    <message>
        <source>Not reached. It tries again by itself; nothing is lost.</source>
        <translation>沒聯繫上。會自己再試，數據不丟。</translation>
    </message>
    <message>
        <source>There is no centre yet. Use a stick, or enrol.</source>
        <translation>還沒登記總檯。請用 U 盤，或先登記。</translation>
    </message>
    <message>
        <source>Another program is sending already.</source>
        <translation>另一個程序正在上傳。</translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation>沒做成，原因在本機日誌裡。</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>現在上傳</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>U 盤</translation>
    </message>
    <message>
        <source>Enter for somebody</source>
        <translation>代人錄入</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>結束練習</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>練習</translation>
    </message>
    <message>
        <source>Wipe the screen</source>
        <translation>擦螢幕</translation>
    </message>
    <message>
        <source>Light and sound</source>
        <translation>亮度和聲音</translation>
    </message>
    <message>
        <source>Another PIN</source>
        <translation>換密碼</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>重新設置</translation>
    </message>
    <message>
        <source>End safe mode</source>
        <translation>恢復全部功能</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>退出終端</translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation>交還觀眾</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>OK</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation>刪一位</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>The same PIN once more</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation>設工作人員密碼</translation>
    </message>
    <message>
        <source>The PIN is locked</source>
        <translation>密碼已鎖住</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>請輸密碼</translation>
    </message>
    <message>
        <source>Six to ten digits. Nobody can read it out of this terminal.</source>
        <translation>六到十位數字。誰也不能從本機讀出來。</translation>
    </message>
    <message>
        <source>This terminal has no centre yet. A technician can take the PIN away: kiosk pin --forget</source>
        <translation>還沒登記總檯。​技術人員可清除。命令：kiosk pin --forget</translation>
    </message>
    <message>
        <source>Call the centre and read these digits. Type the eight that you hear.</source>
        <translation>打電話給總檯，念這幾位數字。再輸入對方唸的八位。</translation>
    </message>
    <message>
        <source>A stick was plugged in. With the PIN you can write to it.</source>
        <translation>插入了 U 盤。輸密碼後可以寫入。</translation>
    </message>
    <message>
        <source>Only for those who work here.</source>
        <translation>僅限本館工作人員。</translation>
    </message>
    <message>
        <source>Please wait %1 s, then try again.</source>
        <translation>請等 %1 秒再試。</translation>
    </message>
    <message>
        <source>These digits do not fit.</source>
        <translation>這幾位數字不對。</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>密碼不對。</translation>
    </message>
    <message>
        <source>Too short: at least six digits.</source>
        <translation>太短了，至少六位數字。</translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation>太長了，最多十位數字。</translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation>太好猜了，請換一個。</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>兩次不一樣，請重新來。</translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation>沒做成，原因在本機日誌裡。</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>已輸 %1 位</translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation>交還觀眾</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>%1: %2 %</source>
        <comment>brightness or volume, percent</comment>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>減</translation>
    </message>
    <message>
        <source>More</source>
        <translation>加</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>The lamp of this screen follows.</source>
        <translation>螢幕背光會跟著變。</translation>
    </message>
    <message>
        <source>This screen&apos;s lamp cannot be reached; the picture is darkened instead.</source>
        <translation>管不到螢幕背光，只把畫面調暗。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>The sound of this computer follows.</source>
        <translation>本機音量會跟著變。</translation>
    </message>
    <message>
        <source>No mixer was found here; use the knob of the loudspeaker.</source>
        <translation>沒找到音量控制，請調音箱旋鈕。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>StaffSheet</name>
    <message>
        <source>Touch the answer that fits. You can change it.</source>
        <translation>點一個合適的，點了還能改。</translation>
    </message>
    <message>
        <source>At the bottom right you go on; Back is at the bottom left.</source>
        <translation>右下接著答，左下可以返回。</translation>
    </message>
    <message>
        <source>You may skip what you do not want to answer.</source>
        <translation>不想答的可以跳過。</translation>
    </message>
    <message>
        <source>Read your answers once more.</source>
        <translation>再看一遍您的回答。</translation>
    </message>
    <message>
        <source>Touch Change beside what is not right.</source>
        <translation>不對的，點右邊的「改」。</translation>
    </message>
    <message>
        <source>Touch Send when all is right.</source>
        <translation>都對了，點「送出」。</translation>
    </message>
    <message>
        <source>Write down the receipt code, or take a picture.</source>
        <translation>把回執碼抄下來，或拍下來。</translation>
    </message>
    <message>
        <source>With it you can see here what became of it.</source>
        <translation>憑它可以在這裡查進度。</translation>
    </message>
    <message>
        <source>Touch Finish when you are done.</source>
        <translation>看好了，點「完成」。</translation>
    </message>
    <message>
        <source>Type the ten signs of your receipt code.</source>
        <translation>輸入回執碼的十位。</translation>
    </message>
    <message>
        <source>Then touch Look it up at the bottom right.</source>
        <translation>再點右下角的「查進度」。</translation>
    </message>
    <message>
        <source>You see who has it and by when you get an answer.</source>
        <translation>能看到誰在辦、哪天前答覆。</translation>
    </message>
    <message>
        <source>Here stands what visitors asked for, and what came of it.</source>
        <translation>這裡寫著大家的提議和結果。</translation>
    </message>
    <message>
        <source>Touch the words on top to see what is under way.</source>
        <translation>點上面的字，看正在做的。</translation>
    </message>
    <message>
        <source>Turn pages with the buttons at the bottom.</source>
        <translation>用下面的按鈕翻頁。</translation>
    </message>
    <message>
        <source>Touch a face: one touch, and you have said something.</source>
        <translation>點一張臉，就是一次評價。</translation>
    </message>
    <message>
        <source>Or touch a picture to say more.</source>
        <translation>想細說，點下面的圖。</translation>
    </message>
    <message>
        <source>With a receipt code you can see what became of it.</source>
        <translation>有回執碼，可以查進度。</translation>
    </message>
    <message>
        <source>This visitor asks for staff</source>
        <translation>請工作人員過來</translation>
    </message>
    <message>
        <source>How this page works</source>
        <translation>這一頁怎麼用</translation>
    </message>
    <message>
        <source>Called at %1. Nothing you entered is lost.</source>
        <translation>%1 叫的。您填的都在。</translation>
    </message>
    <message>
        <source>Staff please</source>
        <translation>請工作人員
過來一下</translation>
    </message>
    <message>
        <source>This sign can be seen across the hall. If nobody comes within a few minutes, please go to the service desk.</source>
        <translation>大廳裡看得到這塊牌子。幾分鐘沒人來，請到服務檯。</translation>
    </message>
    <message>
        <source>I see, go on</source>
        <translation>明白了</translation>
    </message>
    <message>
        <source>Somebody is here</source>
        <translation>人來了</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>叫工作​人員</translation>
    </message>
</context>
<context>
    <name>StaffStage</name>
    <message>
        <source>Staff</source>
        <translation>工作人員</translation>
    </message>
    <message>
        <source>Untouched, this page closes in %1 s</source>
        <translation>不點螢幕，%1 秒後關閉</translation>
    </message>
</context>
<context>
    <name>StaffStick</name>
    <message>
        <source>Plug a stick in. It is seen within a second or two.</source>
        <translation>請插 U 盤，一兩秒就能認出。</translation>
    </message>
    <message>
        <source>This stick cannot be written. Is there a little switch on its side?</source>
        <translation>這個 U 盤寫不進。側面有沒有小開關？</translation>
    </message>
    <message>
        <source>The stick is here. Please leave it in until it says that it is done.</source>
        <translation>U 盤認出了。寫完之前請別拔。</translation>
    </message>
    <message>
        <source>Writing and reading back: %1 so far</source>
        <translation>邊寫邊核對，已有 %1 條</translation>
    </message>
    <message>
        <source>Looking at the receipts…</source>
        <translation>正在看回執…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 files, read back and found whole. Take the folder xinsheng to the centre.</source>
        <translation>好了：%1 條，%2 個文件，核對無誤。​請把 xinsheng 文件夾交總檯。</translation>
    </message>
    <message>
        <source>Nothing waits. There was nothing to write.</source>
        <translation>沒有要寫的，全部已上傳。</translation>
    </message>
    <message>
        <source>Done: %1 receipts used, %2 are settled now.</source>
        <translation>好了：用了 %1 張回執，結清 %2 條。</translation>
    </message>
    <message>
        <source>Set aside: %1. %2</source>
        <translation>沒用上 %1 張。%2</translation>
    </message>
    <message>
        <source>It stopped after %1. Nothing is lost: plug a stick in and write once more.</source>
        <translation>寫了 %1 條後停下。數據不丟，插好再寫一次。</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>U 盤</translation>
    </message>
    <message>
        <source>Not sent: %1. Receipts on the stick: %2.</source>
        <translation>未上傳 %1 條。U 盤上有回執 %2 張。</translation>
    </message>
    <message>
        <source>Use the receipts</source>
        <translation>用回執結清</translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation>寫入 U 盤</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Handed to: %1</source>
        <translation>交給%1</translation>
    </message>
    <message>
        <source>Handed to those responsible</source>
        <translation>交給負責的部門</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>正在辦理</translation>
    </message>
    <message>
        <source>You get an answer</source>
        <translation>答覆您</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答覆</translation>
    </message>
    <message>
        <source>You are asked how it went</source>
        <translation>請您評一評</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>已回訪</translation>
    </message>
    <message>
        <source>Back for another department</source>
        <translation>換一個部門辦</translation>
    </message>
    <message>
        <source>Kept as an idea for later</source>
        <translation>暫存，以後再辦</translation>
    </message>
    <message>
        <source>Not possible, with the reason</source>
        <translation>暫時做不到</translation>
    </message>
    <message>
        <source>Joined with the same wish of others</source>
        <translation>和別人的同一件事合併辦</translation>
    </message>
    <message>
        <source>Not shown in public</source>
        <translation>不公開</translation>
    </message>
    <message>
        <source>Closed without action</source>
        <translation>已結束</translation>
    </message>
    <message>
        <source>An answer was due by %1</source>
        <translation>原定 %1前答覆</translation>
    </message>
    <message>
        <source>An answer by %1</source>
        <translation>預計 %1前答覆</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Tap here to write</source>
        <translation>點這裡寫字</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>接著寫</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>寫字</translation>
    </message>
</context>
<context>
    <name>ThanksHead</name>
    <message>
        <source>It has been taken back.</source>
        <translation>已經撤回了。</translation>
    </message>
    <message>
        <source>Thank you,
we have received it.</source>
        <translation>謝謝您，
我們收到了。</translation>
    </message>
    <message>
        <source>Nobody will work on it. You are welcome to say it again at any time.</source>
        <translation>不會再有人處理。想說了，隨時再來。</translation>
    </message>
    <message>
        <source>People here will read what you said, and answer.</source>
        <translation>您說的話，館裡會有人看、有人答。</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>收到</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Taking it back…</source>
        <translation>正在撤回…</translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>撤回（%1 秒）</translation>
    </message>
    <message>
        <source>Read the code</source>
        <translation>念回執碼</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>ThreadTurn</name>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Our staff</source>
        <translation>工作人員</translation>
    </message>
</context>
<context>
    <name>TogetherScreen</name>
    <message>
        <source>Vote of the week</source>
        <translation>每週一問</translation>
    </message>
    <message>
        <source>Enough for a class</source>
        <translation>拼單開課</translation>
    </message>
    <message>
        <source>Wish wall</source>
        <translation>許願牆</translation>
    </message>
    <message>
        <source>One question, one tap, no name.</source>
        <translation>一個問題，點一下，不記姓名。</translation>
    </message>
    <message>
        <source>A course opens once enough people want it. Nobody leaves a name here.</source>
        <translation>想上的人夠了就開課，一次到訪算一人，不記姓名。</translation>
    </message>
    <message>
        <source>Each wish was read before it was put up.</source>
        <translation>每條心願都先有人看過。</translation>
    </message>
    <message>
        <source>It could not be saved. Please call our staff.</source>
        <translation>沒能存下來，請叫工作人員。</translation>
    </message>
    <message>
        <source>Write my wish</source>
        <translation>寫我的心願</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>看好了</translation>
    </message>
</context>
<context>
    <name>VoiceBody</name>
    <message>
        <source>Press and speak</source>
        <translation>按一下，開始說</translation>
    </message>
    <message>
        <source>I have said it</source>
        <translation>說完了</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>不聽了</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>聽一遍</translation>
    </message>
    <message>
        <source>Delete it and speak again</source>
        <translation>刪掉，重新說</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>Please speak. Seconds left: %1</source>
        <translation>請說。還剩 %1 秒</translation>
    </message>
    <message>
        <source>You hear what you said.</source>
        <translation>正在播放您說的話。</translation>
    </message>
    <message>
        <source>Your message is recorded. Seconds: %1</source>
        <translation>錄好了，共 %1 秒。</translation>
    </message>
    <message>
        <source>That did not work. Please try again, or go back and write.</source>
        <translation>沒有錄成。請再試一次，或返回改為寫。</translation>
    </message>
    <message>
        <source>The recording begins when you press, and stops when you press again.</source>
        <translation>按一下開始錄音，再按一下結束。</translation>
    </message>
</context>
<context>
    <name>VolumeRow</name>
    <message>
        <source>Volume %1</source>
        <comment>of five</comment>
        <translation>音量 %1</translation>
    </message>
</context>
<context>
    <name>VoteOption</name>
    <message>
        <source>%1: %2 votes</source>
        <translation>%1：%2 票</translation>
    </message>
    <message>
        <source>(yours)</source>
        <translation>（您選的）</translation>
    </message>
</context>
<context>
    <name>VotePart</name>
    <message>
        <source>%1 votes.</source>
        <translation>共 %1 票。</translation>
    </message>
    <message>
        <source>You see the result once you have voted.</source>
        <translation>投票以後能看到結果。</translation>
    </message>
    <message>
        <source>Open until %1. One vote a visit, no name.</source>
        <translation>%1截止。一次到訪算一票，不記姓名。</translation>
    </message>
    <message>
        <source>The vote is over.</source>
        <translation>投票已結束。</translation>
    </message>
</context>
<context>
    <name>WayTabs</name>
    <message>
        <source>Write</source>
        <translation>寫字</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>筆畫</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>說話</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the text that was cleared</comment>
        <translation>找回來</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>WritingDesk</name>
    <message>
        <source>Done writing</source>
        <translation>寫好了</translation>
    </message>
</context>
</TS>
