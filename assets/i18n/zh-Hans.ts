<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoardCard</name>
    <message>
        <source>You asked · We did it</source>
        <translation>您提议 · 我们做到</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>seal, two characters in Chinese</comment>
        <translation>做到</translation>
    </message>
    <message>
        <source>The first proposals will stand here when something was done.</source>
        <translation>第一件做到的事，会写在这里。</translation>
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
        <translation>暂时做不到 %1</translation>
    </message>
    <message>
        <source>How we count</source>
        <translation>怎么算的</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>人也想要</translation>
    </message>
    <message>
        <source>The centre&apos;s figures have not reached this terminal yet.</source>
        <translation>馆里的数字还没有传到这台机器。</translation>
    </message>
    <message>
        <source>Received %1, answered %2, done %3.</source>
        <translation>收到 %1 条，已答复 %2 条，做到 %3 件。</translation>
    </message>
    <message>
        <source> Answered on time: %1%.</source>
        <translation>按时答复 %1%。</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>您提议 · 我们做到</translation>
    </message>
    <message>
        <source>The first thing that was done will stand here, with its date and who did it.</source>
        <translation>做到第一件，就写在这里：谁做的，什么时候。</translation>
    </message>
    <message>
        <source>Nothing is listed as under way right now.</source>
        <translation>眼下没有正在做的事。</translation>
    </message>
    <message>
        <source>Nothing has been put off right now.</source>
        <translation>眼下没有暂时做不到的事。</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Vote, join, wish</source>
        <translation>投票、拼单、许愿</translation>
    </message>
    <message>
        <source>Page %1
of %2</source>
        <translation>第 %1 页
共 %2 页</translation>
    </message>
    <message>
        <source>Me too</source>
        <translation>我也需要</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
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
        <translation>正在准备中文键盘</translation>
    </message>
    <message>
        <source>Write below, then tap the word here</source>
        <translation>在下面写字，再点这里的字</translation>
    </message>
    <message>
        <source>No word found for this</source>
        <translation>没有这个词，请换个打法</translation>
    </message>
    <message>
        <source>Tap the strokes in order, then the character here</source>
        <translation>按顺序点笔画，再在这里点字</translation>
    </message>
    <message>
        <source>Type pinyin, then tap the word here</source>
        <translation>打拼音，再在这里点词</translation>
    </message>
</context>
<context>
    <name>CandidateSheet</name>
    <message>
        <source>Page back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>Others</source>
        <comment>other phrases to tap</comment>
        <translation>换一批</translation>
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
        <translation>删一位</translation>
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
        <translation>后一年</translation>
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
        <translation>您提议</translation>
    </message>
    <message>
        <source>We did</source>
        <translation>我们做到</translation>
    </message>
    <message>
        <source>We are doing</source>
        <translation>我们在做</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>为什么暂时做不到</translation>
    </message>
    <message>
        <source>%1 of %2 say it is settled</source>
        <translation>%2 人评过，%1 人说解决了</translation>
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
        <translation>您的回复已存好，联网后就送给工作人员。</translation>
    </message>
    <message>
        <source>Thank you. Your word on our answer counts.</source>
        <translation>谢谢，您的评价已经记下。</translation>
    </message>
    <message>
        <source>Your request is saved and on its way.</source>
        <translation>您的请求已存好，正在送往中心。</translation>
    </message>
    <message>
        <source>Taken back. It counts no more, and nobody will work on it.</source>
        <translation>已经撤回，不再计入，也不再办理。</translation>
    </message>
    <message>
        <source>You took it back.</source>
        <translation>您已经撤回。</translation>
    </message>
    <message>
        <source>Asking the centre …</source>
        <translation>正在问中心……</translation>
    </message>
    <message>
        <source>Our staff have a question for you.</source>
        <translation>工作人员有话想问您。</translation>
    </message>
    <message>
        <source>The centre cannot be reached from here now.</source>
        <translation>现在连不上中心。</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>留言与更多</translation>
    </message>
    <message>
        <source>Reply to our staff</source>
        <translation>回复工作人员</translation>
    </message>
    <message>
        <source>Add something</source>
        <translation>再补充一句</translation>
    </message>
    <message>
        <source>Rate our answer again</source>
        <translation>重新评价答复</translation>
    </message>
    <message>
        <source>Rate our answer</source>
        <translation>评价这次答复</translation>
    </message>
    <message>
        <source>My data: copy, correct, delete</source>
        <translation>我的资料：要一份、更正、删除</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回这条反馈</translation>
    </message>
    <message>
        <source>Take it back? It will count no more, and this cannot be undone.</source>
        <translation>要撤回吗？撤回后不再计入，也不能恢复。</translation>
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
        <translation>请求更正</translation>
    </message>
    <message>
        <source>Deletion asked for</source>
        <translation>请求删除</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>%1已办好</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1前办好</translation>
    </message>
    <message>
        <source>Messages, taking back and requests about your data need the centre. Please scan your receipt&apos;s code by phone, or try again later.</source>
        <translation>留言、撤回和资料请求要联网才能办。请用手机扫回执上的码，或者过一会儿再来。</translation>
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
        <translation>删一位</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>小数点</translation>
    </message>
</context>
<context>
    <name>DisplaySheet</name>
    <message>
        <source>Easier to read or to reach</source>
        <translation>看得更清，够得更低</translation>
    </message>
    <message>
        <source>Only for you, until you leave.</source>
        <translation>只为您改，您走后复原。</translation>
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
        <translation>按钮放低</translation>
    </message>
    <message>
        <source>How loud it is read</source>
        <translation>朗读的音量</translation>
    </message>
    <message>
        <source>That is fine</source>
        <translation>这样就好</translation>
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
        <translation>首页</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lang.</source>
        <extracomment>In the dock, where the whole word does not fit: languages</extracomment>
        <translation>语言</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>In the dock: opens size of type, white on black, everything lower</extracomment>
        <translation>字号显示</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准版</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>长辈版</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>叫工作​人员</translation>
    </message>
</context>
<context>
    <name>DrawEntry</name>
    <message>
        <source>Draw here with your finger</source>
        <translation>用手指在这里画</translation>
    </message>
    <message numerus="yes">
        <source>Drawing pad, %n stroke(s)</source>
        <translation>
            <numerusform>画板，已画 %n 笔</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the drawing that was cleared</comment>
        <translation>找回来</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Undo a stroke</source>
        <translation>撤一笔</translation>
    </message>
</context>
<context>
    <name>FormsScreen</name>
    <message>
        <source>What would you like to do?</source>
        <translation>您想说哪一样？</translation>
    </message>
</context>
<context>
    <name>Greeting</name>
    <message>
        <source>Welcome.</source>
        <translation>您好，欢迎来馆里。</translation>
    </message>
    <message>
        <source>How satisfied are you with today&apos;s service?</source>
        <translation>您对今天的服务满意吗？</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
</context>
<context>
    <name>HandBoard</name>
    <message>
        <source>Wipe</source>
        <extracomment>Key beside the writing pad: takes every stroke away</extracomment>
        <translation>重写</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Key beside the writing pad: takes the last stroke away</extracomment>
        <translation>撤一笔</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Key beside the writing pad: takes the last character away</extracomment>
        <translation>删一字</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Getting the pad ready</source>
        <translation>正在准备写字板</translation>
    </message>
    <message>
        <source>Write here with your finger, several characters in a row if you like</source>
        <translation>用手指写在这里，可以连着写几个字</translation>
    </message>
    <message numerus="yes">
        <source>Writing pad, %n stroke(s)</source>
        <translation>
            <numerusform>写字板，%n 笔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoffButton</name>
    <message>
        <source>Go on by phone</source>
        <translation>用手机继续</translation>
    </message>
</context>
<context>
    <name>HandoffScreen</name>
    <message>
        <source>Code to scan: opens what you filled in</source>
        <translation>二维码：扫了就能接着填</translation>
    </message>
    <message>
        <source>This screen is too small for a code.</source>
        <translation>这块屏幕太小，显示不了二维码。</translation>
    </message>
    <message>
        <source>The code could not be made. Your answers are still here.</source>
        <translation>二维码没有做出来，您填的还在。</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍等</translation>
    </message>
    <message>
        <source>Go on by phone</source>
        <translation>用手机继续</translation>
    </message>
    <message>
        <source>Open WeChat, tap Scan, and point it at the code.</source>
        <translation>打开微信，点“扫一扫”，对准二维码。</translation>
    </message>
    <message>
        <source>What you have filled in goes along. No log-in, no name.</source>
        <translation>填好的会带过去。不用登录，不用姓名。</translation>
    </message>
    <message>
        <source>Or open %1 and type:</source>
        <translation>或打开 %1，输入短码：</translation>
    </message>
    <message>
        <source>Too long to come along, please write it again by phone: %1</source>
        <translation>字太多，没有带过去，请在手机上再写：%1</translation>
    </message>
    <message>
        <source>Your drawing does not come along.</source>
        <translation>您画的画不会带过去。</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>扫好了</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The product&apos;s name; keep the Chinese one beside an English word only where there is room</extracomment>
        <translation>心声亭</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>第 %1 题&#x3000;共 %2 题</translation>
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
        <translation>您对今天的服务满意吗？</translation>
    </message>
    <message>
        <source>Very satisfied</source>
        <translation>非常满意</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Fairly satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Very dissatisfied</source>
        <translation>非常不满意</translation>
    </message>
    <message>
        <source>See what became of it</source>
        <translation>查办理进度</translation>
    </message>
    <message>
        <source>You asked · We did it</source>
        <translation>您提议 · 我们做到</translation>
    </message>
</context>
<context>
    <name>HomeUpright</name>
    <message>
        <source>Tell us more?</source>
        <translation>想具体说说？</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>请点一个方面</translation>
    </message>
</context>
<context>
    <name>HomeWide</name>
    <message>
        <source>Tell us more?</source>
        <translation>想具体说说？</translation>
    </message>
    <message>
        <source>Choose what it is about</source>
        <translation>请点一个方面</translation>
    </message>
</context>
<context>
    <name>Hours</name>
    <message>
        <source>Open today %1–%2</source>
        <translation>今天 %1–%2 开放</translation>
    </message>
    <message>
        <source>Closed today</source>
        <translation>今天闭馆</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>%1闭馆</translation>
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
        <translation>本季度写了话、打了差评或想要回音的到访。一次到访算一件。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Those of them whom a person has given a first answer.</source>
        <translation>其中已有人作出第一次答复的。</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时</translation>
    </message>
    <message>
        <source>First answers within three working days. Below 30 no share is shown.</source>
        <translation>三个工作日内作出第一次答复的比例。不足 30 件不显示。</translation>
    </message>
    <message>
        <source>Withheld</source>
        <translation>不公开</translation>
    </message>
    <message>
        <source>Kept out of public view, with a reason on record. They are answered and counted all the same.</source>
        <translation>决定不公开的，理由记录在案。照样答复，照样计入。</translation>
    </message>
    <message>
        <source>wanted it too</source>
        <translation>也想要</translation>
    </message>
    <message>
        <source>Whoever wrote about it and whoever pressed Me too, each visit once.</source>
        <translation>写过或点过「我也需要」的，一次到访只算一次。</translation>
    </message>
    <message>
        <source>What people say of it</source>
        <translation>大家怎么说</translation>
    </message>
    <message>
        <source>The last word of every visit that rated our answer. Silence is not counted as praise.</source>
        <translation>评价过答复的到访，以最后一次为准。没评价不算好评。</translation>
    </message>
</context>
<context>
    <name>IdleCard</name>
    <message>
        <source>Leave this form?</source>
        <translation>要离开吗？</translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation>还需要时间吗？</translation>
    </message>
    <message>
        <source>What you have answered is not sent and will be wiped.</source>
        <translation>您填的还没有送出，离开就清掉了。</translation>
    </message>
    <message>
        <source>In %1 seconds this page is wiped, to keep your answers private.</source>
        <translation>%1 秒后清空这一页，免得别人看到您填的。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Go on answering</source>
        <translation>接着填</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>还要时间</translation>
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
        <translation>人数够了。</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>已经结束。</translation>
    </message>
    <message>
        <source>Open until %1.</source>
        <translation>%1截止。</translation>
    </message>
    <message>
        <source>Count me in</source>
        <translation>算我一个</translation>
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
        <translation>选第一个词</translation>
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
        <translation>换行</translation>
    </message>
    <message>
        <source>Zh/En</source>
        <extracomment>Face of a narrow key: Chinese or English</extracomment>
        <translation>中/英</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写字</translation>
    </message>
    <message>
        <source>9 keys</source>
        <extracomment>Key: pinyin with the nine keys of a telephone</extracomment>
        <translation>九键</translation>
    </message>
    <message>
        <source>26 keys</source>
        <extracomment>Key: pinyin with all 26 letters</extracomment>
        <translation>全键</translation>
    </message>
    <message>
        <source>Next syllable</source>
        <extracomment>Key: begins the next syllable</extracomment>
        <translation>分词</translation>
    </message>
    <message>
        <source>Delete one character</source>
        <translation>删一个字</translation>
    </message>
    <message>
        <source>Capitals, locked</source>
        <translation>大写，已锁定</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>大写，已打开</translation>
    </message>
    <message>
        <source>Capitals</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>Write Chinese</source>
        <translation>写中文</translation>
    </message>
    <message>
        <source>Write English</source>
        <translation>写英文</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Horizontal</source>
        <comment>stroke of a character</comment>
        <translation>横</translation>
    </message>
    <message>
        <source>Vertical</source>
        <comment>stroke of a character</comment>
        <translation>竖</translation>
    </message>
    <message>
        <source>Left-falling</source>
        <comment>stroke of a character</comment>
        <translation>撇</translation>
    </message>
    <message>
        <source>Dot</source>
        <comment>stroke of a character</comment>
        <translation>点</translation>
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
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LookUpCard</name>
    <message>
        <source>See what became of it</source>
        <translation>查办理进度</translation>
    </message>
    <message>
        <source>With a receipt code</source>
        <translation>有回执码</translation>
    </message>
    <message>
        <source>Type the receipt code</source>
        <translation>输入回执码</translation>
    </message>
</context>
<context>
    <name>LookupScreen</name>
    <message>
        <source>This code does not fit. Please compare it sign by sign.</source>
        <translation>这个回执码对不上，请逐位核对。</translation>
    </message>
    <message>
        <source>This terminal has not heard of this code. Please check it, or scan the receipt&apos;s code by phone.</source>
        <translation>这台机器还没有这个回执码。请核对，或用手机扫一扫。</translation>
    </message>
    <message>
        <source>Too many tries. Please wait a minute, then try again.</source>
        <translation>试的次数多了，请等一分钟再试。</translation>
    </message>
    <message>
        <source>It could not be looked up. Please call our staff.</source>
        <translation>没有查成，请叫工作人员。</translation>
    </message>
    <message>
        <source>Type your receipt code</source>
        <translation>请输入回执码</translation>
    </message>
    <message>
        <source>Ten signs, on your receipt. O is 0, I and L are 1.</source>
        <translation>回执上的十位。字母 O 按 0，字母 I、L 按 1。</translation>
    </message>
    <message>
        <source>What others got done</source>
        <translation>看大家的提议</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查…</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>查进度</translation>
    </message>
    <message>
        <source>%1 more signs</source>
        <translation>还差 %1 位</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Xinsheng</source>
        <extracomment>The window&apos;s title, for a screen reader</extracomment>
        <translation>心声亭</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>已输入 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>显示号码</translation>
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
        <translation>请点一个方面</translation>
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
        <translation>第 %1 页&#x3000;共 %2 页</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>下面还有</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>Your words</source>
        <extracomment>The field that a visitor writes in, for a screen reader</extracomment>
        <translation>您的话</translation>
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
        <translation>办理进度</translation>
    </message>
    <message>
        <source>Receipt code %1</source>
        <translation>回执码&#x3000;%1</translation>
    </message>
    <message>
        <source>Our staff have a question for you. You find it behind the button on the left.</source>
        <translation>工作人员有话想问您，点左下角就能看到。</translation>
    </message>
    <message>
        <source>Saved on this terminal. It goes to the centre as soon as there is a network.</source>
        <translation>已保存在这台机器，联网后上传。</translation>
    </message>
    <message>
        <source>Read and reply</source>
        <translation>看看并回复</translation>
    </message>
    <message>
        <source>Reply, rate, take back</source>
        <translation>留言、评价、撤回</translation>
    </message>
    <message>
        <source>This terminal has not heard from the centre yet.</source>
        <translation>这台机器还没有收到馆里的消息。</translation>
    </message>
    <message>
        <source>From the centre, %1</source>
        <translation>馆里 %1 的消息</translation>
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
        <translation>接下来</translation>
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
        <translation>已经收到，存在馆里</translation>
    </message>
    <message>
        <source>Somebody gives you a first answer</source>
        <translation>有人第一次答复您</translation>
    </message>
    <message>
        <source>It goes to: %1</source>
        <translation>交给%1</translation>
    </message>
    <message>
        <source>It goes to those responsible</source>
        <translation>交给负责的部门</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>Your phone number</source>
        <translation>您的手机号</translation>
    </message>
    <message>
        <source>Only to answer you about this.</source>
        <translation>只用来答复这件事。</translation>
    </message>
    <message>
        <source>Tap them in order. Ranked: %1</source>
        <translation>按顺序点，已排 %1 项</translation>
    </message>
    <message>
        <source>Choose up to %1. Chosen: %2</source>
        <translation>最多选 %1 项&#x3000;已选 %2 项</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选 %1 项</translation>
    </message>
    <message>
        <source>Undo the last</source>
        <translation>撤一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Please write a few words</source>
        <translation>请先写几个字</translation>
    </message>
    <message>
        <source>Please type the number</source>
        <translation>请先输入数字</translation>
    </message>
    <message>
        <source>Please choose a day</source>
        <translation>请先选日子</translation>
    </message>
    <message>
        <source>Please say something</source>
        <translation>请说几句</translation>
    </message>
    <message>
        <source>Please draw something</source>
        <translation>请先画一画</translation>
    </message>
    <message>
        <source>Please choose in each row</source>
        <translation>请每行点一个</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>请先点一个</translation>
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
        <translation>写好了</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一题</translation>
    </message>
</context>
<context>
    <name>ReceiptSlip</name>
    <message>
        <source>Your receipt code</source>
        <translation>您的回执码</translation>
    </message>
    <message>
        <source>Take a picture or write it down.
No login is needed to look it up.</source>
        <translation>拍下来，或抄下来。
不用登录就能查。</translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <comment>number in the record, and short link</comment>
        <translation>第 %1 号记录 · %2</translation>
    </message>
    <message>
        <source>Code to scan: opens your receipt</source>
        <translation>二维码：打开您的回执</translation>
    </message>
    <message>
        <source>Scan with WeChat to look it up by phone</source>
        <translation>打开微信扫一扫，在手机上查</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>No answer</source>
        <extracomment>In place of an answer that was not given</extracomment>
        <translation>没有回答</translation>
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
        <translation>这样对吗？</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>还没有送出，可以改。</translation>
    </message>
    <message>
        <source>It could not be saved. Your answers are still here: please call our staff.</source>
        <translation>没有存下来。您填的都在，请叫工作人员。</translation>
    </message>
    <message>
        <source>Your drawing</source>
        <translation>您画的画</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
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
        <translation>总台</translation>
    </message>
    <message>
        <source>Enrolled already: terminal %1, %2. A new code enrols it again; nothing is lost.</source>
        <translation>已登记：%1 号终端，%2。​用新码可重新登记，数据不丢。</translation>
    </message>
    <message>
        <source>The desk gives you address and code, or a stick. Without a network: later.</source>
        <translation>网址和登记码由总台给，也可用 U 盘。没有网络，以后再说。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>登记码</translation>
    </message>
    <message>
        <source>Take both from the stick</source>
        <translation>从 U 盘读取网址和登记码</translation>
    </message>
</context>
<context>
    <name>SetupDone</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of the screen: %1 inches</source>
        <translation>屏幕大小：%1 英寸</translation>
    </message>
    <message>
        <source>Centre: terminal %1, %2</source>
        <translation>总台：%1 号终端，%2</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>总台</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>工作人员密码</translation>
    </message>
    <message>
        <source>Test tap</source>
        <translation>试点一下</translation>
    </message>
    <message>
        <source>The terminal is ready</source>
        <translation>终端可以用了</translation>
    </message>
    <message>
        <source>Ready, with something left for later</source>
        <translation>可以用了，还有几步以后做</translation>
    </message>
    <message>
        <source>What is left can be done from the staff page. Until then everything is kept here.</source>
        <translation>没做的，以后从工作人员页面补。这之前的意见都存在本机。</translation>
    </message>
    <message>
        <source>later</source>
        <translation>以后</translation>
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
        <translation>删一位</translation>
    </message>
</context>
<context>
    <name>SetupLanguage</name>
    <message>
        <source>Which language first?</source>
        <translation>先用哪种语言？</translation>
    </message>
    <message>
        <source>Visitors can change it at any time.</source>
        <translation>观众随时可以换。</translation>
    </message>
</context>
<context>
    <name>SetupPin</name>
    <message>
        <source>Too short: at least six digits.</source>
        <translation>太短了，至少六位数字。</translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation>太长了，最多十位数字。</translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation>太好猜了，请换一个。</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>两次不一样，请重新来。</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation>设工作人员密码</translation>
    </message>
    <message>
        <source>Six to ten digits. Staff come in by holding the name at the top left for five seconds, then touching the clock three times.</source>
        <translation>六到十位数字。以后进来：先按住左上角名称五秒。再点右上角时间三下。</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>已输 %1 位</translation>
    </message>
</context>
<context>
    <name>SetupRuler</name>
    <message>
        <source>Hold a bank card here</source>
        <translation>拿一张银行卡比一比</translation>
    </message>
    <message>
        <source>Make the drawn card as wide as yours: drag its right edge, or touch less and more. Then every size is right.</source>
        <translation>把画的卡调到和真卡一样宽。拖右边圆点，或点下面两个按钮。之后所有大小都准。</translation>
    </message>
    <message>
        <source>Right edge of the card</source>
        <translation>卡的右边</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>窄一点</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>宽一点</translation>
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
        <translation>继续</translation>
    </message>
    <message>
        <source>It is as wide as my card</source>
        <translation>和卡一样宽了</translation>
    </message>
    <message>
        <source>Calling the centre…</source>
        <translation>正在联系总台…</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Type address and code</source>
        <translation>请输网址和登记码</translation>
    </message>
    <message>
        <source>Type a PIN</source>
        <translation>请输密码</translation>
    </message>
    <message>
        <source>Touch the field first</source>
        <translation>请先点上面</translation>
    </message>
    <message>
        <source>Open to visitors</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首次设置</translation>
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
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>SetupTap</name>
    <message>
        <source>Kept here. Waiting for the centre…</source>
        <translation>已存在本机，等总台回执…</translation>
    </message>
    <message>
        <source>Kept here. The centre gets it once this terminal is enrolled.</source>
        <translation>已存在本机，登记后会传给总台。</translation>
    </message>
    <message>
        <source>The centre has it, and has signed for it.</source>
        <translation>总台收到了，并已签收。</translation>
    </message>
    <message>
        <source>Touch here</source>
        <translation>点这里</translation>
    </message>
    <message>
        <source>One tap to try it</source>
        <translation>点一下试试</translation>
    </message>
    <message>
        <source>It is a test of the terminal, and counts as nobody&apos;s opinion.</source>
        <translation>只是测试终端，不算任何人的意见。</translation>
    </message>
</context>
<context>
    <name>StaffBand</name>
    <message>
        <source>Practice. Nothing here counts, and nothing is sent.</source>
        <translation>练习中：不计入，也不上传</translation>
    </message>
    <message>
        <source>Staff %1 enters slip %2</source>
        <translation>工号 %1 代录第 %2 号纸条</translation>
    </message>
    <message>
        <source>Staff %1 types for a visitor</source>
        <translation>工号 %1 帮观众填写</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>End entering</source>
        <translation>结束代录</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>练 习</translation>
    </message>
</context>
<context>
    <name>StaffClean</name>
    <message>
        <source>Wipe the screen now. Touch does nothing.</source>
        <translation>请擦屏幕，现在触摸不起作用</translation>
    </message>
</context>
<context>
    <name>StaffEntry</name>
    <message>
        <source>Enter for somebody</source>
        <translation>代人录入</translation>
    </message>
    <message>
        <source>It is marked as entered by staff, and never counts as a visitor&apos;s rating.</source>
        <translation>会注明由工作人员录入，不算观众评分。</translation>
    </message>
    <message>
        <source>Please type your staff number first.</source>
        <translation>请先输您的工号。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what is typed there</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Your staff number</source>
        <translation>您的工号</translation>
    </message>
    <message>
        <source>Number of the slip (none: the visitor is here)</source>
        <translation>纸条编号（本人在场就不填）</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
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
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Safe mode after three crashes: ratings only. It ends after a day, or by the button below.</source>
        <translation>连续出错三次，现在只收评分。一天后恢复，或点下面按钮。</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>全部已上传。</translation>
    </message>
    <message>
        <source>Not sent: %1, the oldest since %2.</source>
        <translation>未上传 %1 条，最早的等了 %2。</translation>
    </message>
    <message>
        <source>Set aside: %1. The centre could not use them; kiosk status names them.</source>
        <translation>搁置 %1 条，总台没能用上。​请技术人员看 kiosk status。</translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1</source>
        <translation>未上传的录音留言：%1 条</translation>
    </message>
    <message>
        <source>Spoken messages not sent: %1. Damaged and set aside: %2; they lie in the folder voices.</source>
        <translation>未上传的录音留言：%1 条。损坏 %2 条，在 voices 文件夹里。</translation>
    </message>
    <message>
        <source>The centre was heard last: %1</source>
        <translation>上次联系上总台：%1</translation>
    </message>
    <message>
        <source>The centre was never heard.</source>
        <translation>还没有联系上总台。</translation>
    </message>
    <message>
        <source>Enrolled: terminal %1, %2</source>
        <translation>已登记：%1 号终端，%2</translation>
    </message>
    <message>
        <source>Not enrolled. It collects, and nothing is sent.</source>
        <translation>还没登记。照常收集，暂不上传。</translation>
    </message>
    <message>
        <source>Room on the disk: %1 GB</source>
        <translation>磁盘剩余 %1 GB</translation>
    </message>
    <message>
        <source>The clock says %1, and is %2 s off. Please have it set.</source>
        <translation>时钟 %1，差 %2 秒，请校准。</translation>
    </message>
    <message>
        <source>The clock says %1.</source>
        <translation>时钟 %1</translation>
    </message>
    <message>
        <source>Visitors may leave a number.</source>
        <translation>观众可以留电话。</translation>
    </message>
    <message>
        <source>No number is asked for: the centre has not switched it on.</source>
        <translation>不问电话：总台没有打开这一项。</translation>
    </message>
    <message>
        <source>No number is asked for: without a centre it could not be sealed.</source>
        <translation>不问电话：没登记，号码无法加密。</translation>
    </message>
    <message>
        <source>Codes for phones are shown.</source>
        <translation>会显示手机二维码。</translation>
    </message>
    <message>
        <source>No codes for phones: there is no centre to open them.</source>
        <translation>没有手机二维码：还没登记总台。</translation>
    </message>
    <message>
        <source>No codes for phones: the centre has no public https address.</source>
        <translation>没有手机二维码：总台没有公网网址。</translation>
    </message>
    <message>
        <source>Version %1, %2 forms from the centre</source>
        <translation>版本 %1，总台下发表单 %2 份</translation>
    </message>
    <message>
        <source>The store was damaged once and mended. Please have the disk checked.</source>
        <translation>数据曾损坏并修复，请检查磁盘。</translation>
    </message>
</context>
<context>
    <name>StaffLeave</name>
    <message>
        <source>Close the kiosk?</source>
        <translation>要退出终端吗？</translation>
    </message>
    <message>
        <source>The screen goes dark and visitors cannot say anything. To begin again, switch the terminal off and on. What was said is kept.</source>
        <translation>退出后屏幕变黑，观众不能留言。关机再开机就恢复。已有的意见都在。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>退出终端</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Calling the centre…</source>
        <translation>正在联系总台…</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>正在上传…</translation>
    </message>
    <message>
        <source>The centre is there.</source>
        <translation>联系上总台了。</translation>
    </message>
    <message>
        <source>Done: everything is at the centre.</source>
        <translation>好了，总台全部收到。</translation>
    </message>
    <message>
        <source>Done for now: %1 not sent.</source>
        <translation>暂时好了，还有 %1 条未上传。</translation>
    </message>
    <message>
        <source>Not reached. It tries again by itself; nothing is lost.</source>
        <translation>没联系上。会自己再试，数据不丢。</translation>
    </message>
    <message>
        <source>There is no centre yet. Use a stick, or enrol.</source>
        <translation>还没登记总台。请用 U 盘，或先登记。</translation>
    </message>
    <message>
        <source>Another program is sending already.</source>
        <translation>另一个程序正在上传。</translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation>没做成，原因在本机日志里。</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>现在上传</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Enter for somebody</source>
        <translation>代人录入</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Wipe the screen</source>
        <translation>擦屏幕</translation>
    </message>
    <message>
        <source>Light and sound</source>
        <translation>亮度和声音</translation>
    </message>
    <message>
        <source>Another PIN</source>
        <translation>换密码</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>重新设置</translation>
    </message>
    <message>
        <source>End safe mode</source>
        <translation>恢复全部功能</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>退出终端</translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation>交还观众</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Delete one</source>
        <translation>删一位</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>The same PIN once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Choose a PIN for staff</source>
        <translation>设工作人员密码</translation>
    </message>
    <message>
        <source>The PIN is locked</source>
        <translation>密码已锁住</translation>
    </message>
    <message>
        <source>Type the PIN</source>
        <translation>请输密码</translation>
    </message>
    <message>
        <source>Six to ten digits. Nobody can read it out of this terminal.</source>
        <translation>六到十位数字。谁也不能从本机读出来。</translation>
    </message>
    <message>
        <source>This terminal has no centre yet. A technician can take the PIN away: kiosk pin --forget</source>
        <translation>还没登记总台。​技术人员可清除。命令：kiosk pin --forget</translation>
    </message>
    <message>
        <source>Call the centre and read these digits. Type the eight that you hear.</source>
        <translation>打电话给总台，念这几位数字。再输入对方念的八位。</translation>
    </message>
    <message>
        <source>A stick was plugged in. With the PIN you can write to it.</source>
        <translation>插入了 U 盘。输密码后可以写入。</translation>
    </message>
    <message>
        <source>Only for those who work here.</source>
        <translation>仅限本馆工作人员。</translation>
    </message>
    <message>
        <source>Please wait %1 s, then try again.</source>
        <translation>请等 %1 秒再试。</translation>
    </message>
    <message>
        <source>These digits do not fit.</source>
        <translation>这几位数字不对。</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>密码不对。</translation>
    </message>
    <message>
        <source>Too short: at least six digits.</source>
        <translation>太短了，至少六位数字。</translation>
    </message>
    <message>
        <source>Too long: at most ten digits.</source>
        <translation>太长了，最多十位数字。</translation>
    </message>
    <message>
        <source>Too easy to guess. Please choose another one.</source>
        <translation>太好猜了，请换一个。</translation>
    </message>
    <message>
        <source>The two were not the same. Please begin again.</source>
        <translation>两次不一样，请重新来。</translation>
    </message>
    <message>
        <source>It could not be done. The log of this terminal says why.</source>
        <translation>没做成，原因在本机日志里。</translation>
    </message>
    <message>
        <source>%1 digits typed</source>
        <translation>已输 %1 位</translation>
    </message>
    <message>
        <source>Back to visitors</source>
        <translation>交还观众</translation>
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
        <translation>减</translation>
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
        <translation>屏幕背光会跟着变。</translation>
    </message>
    <message>
        <source>This screen&apos;s lamp cannot be reached; the picture is darkened instead.</source>
        <translation>管不到屏幕背光，只把画面调暗。</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>The sound of this computer follows.</source>
        <translation>本机音量会跟着变。</translation>
    </message>
    <message>
        <source>No mixer was found here; use the knob of the loudspeaker.</source>
        <translation>没找到音量控制，请调音箱旋钮。</translation>
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
        <translation>点一个合适的，点了还能改。</translation>
    </message>
    <message>
        <source>At the bottom right you go on; Back is at the bottom left.</source>
        <translation>右下接着答，左下可以返回。</translation>
    </message>
    <message>
        <source>You may skip what you do not want to answer.</source>
        <translation>不想答的可以跳过。</translation>
    </message>
    <message>
        <source>Read your answers once more.</source>
        <translation>再看一遍您的回答。</translation>
    </message>
    <message>
        <source>Touch Change beside what is not right.</source>
        <translation>不对的，点右边的「改」。</translation>
    </message>
    <message>
        <source>Touch Send when all is right.</source>
        <translation>都对了，点「送出」。</translation>
    </message>
    <message>
        <source>Write down the receipt code, or take a picture.</source>
        <translation>把回执码抄下来，或拍下来。</translation>
    </message>
    <message>
        <source>With it you can see here what became of it.</source>
        <translation>凭它可以在这里查进度。</translation>
    </message>
    <message>
        <source>Touch Finish when you are done.</source>
        <translation>看好了，点「完成」。</translation>
    </message>
    <message>
        <source>Type the ten signs of your receipt code.</source>
        <translation>输入回执码的十位。</translation>
    </message>
    <message>
        <source>Then touch Look it up at the bottom right.</source>
        <translation>再点右下角的「查进度」。</translation>
    </message>
    <message>
        <source>You see who has it and by when you get an answer.</source>
        <translation>能看到谁在办、哪天前答复。</translation>
    </message>
    <message>
        <source>Here stands what visitors asked for, and what came of it.</source>
        <translation>这里写着大家的提议和结果。</translation>
    </message>
    <message>
        <source>Touch the words on top to see what is under way.</source>
        <translation>点上面的字，看正在做的。</translation>
    </message>
    <message>
        <source>Turn pages with the buttons at the bottom.</source>
        <translation>用下面的按钮翻页。</translation>
    </message>
    <message>
        <source>Touch a face: one touch, and you have said something.</source>
        <translation>点一张脸，就是一次评价。</translation>
    </message>
    <message>
        <source>Or touch a picture to say more.</source>
        <translation>想细说，点下面的图。</translation>
    </message>
    <message>
        <source>With a receipt code you can see what became of it.</source>
        <translation>有回执码，可以查进度。</translation>
    </message>
    <message>
        <source>This visitor asks for staff</source>
        <translation>请工作人员过来</translation>
    </message>
    <message>
        <source>How this page works</source>
        <translation>这一页怎么用</translation>
    </message>
    <message>
        <source>Called at %1. Nothing you entered is lost.</source>
        <translation>%1 叫的。您填的都在。</translation>
    </message>
    <message>
        <source>Staff please</source>
        <translation>请工作人员
过来一下</translation>
    </message>
    <message>
        <source>This sign can be seen across the hall. If nobody comes within a few minutes, please go to the service desk.</source>
        <translation>大厅里看得到这块牌子。几分钟没人来，请到服务台。</translation>
    </message>
    <message>
        <source>I see, go on</source>
        <translation>明白了</translation>
    </message>
    <message>
        <source>Somebody is here</source>
        <translation>人来了</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>叫工作​人员</translation>
    </message>
</context>
<context>
    <name>StaffStage</name>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Untouched, this page closes in %1 s</source>
        <translation>不点屏幕，%1 秒后关闭</translation>
    </message>
</context>
<context>
    <name>StaffStick</name>
    <message>
        <source>Plug a stick in. It is seen within a second or two.</source>
        <translation>请插 U 盘，一两秒就能认出。</translation>
    </message>
    <message>
        <source>This stick cannot be written. Is there a little switch on its side?</source>
        <translation>这个 U 盘写不进。侧面有没有小开关？</translation>
    </message>
    <message>
        <source>The stick is here. Please leave it in until it says that it is done.</source>
        <translation>U 盘认出了。写完之前请别拔。</translation>
    </message>
    <message>
        <source>Writing and reading back: %1 so far</source>
        <translation>边写边核对，已有 %1 条</translation>
    </message>
    <message>
        <source>Looking at the receipts…</source>
        <translation>正在看回执…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 files, read back and found whole. Take the folder xinsheng to the centre.</source>
        <translation>好了：%1 条，%2 个文件，核对无误。​请把 xinsheng 文件夹交总台。</translation>
    </message>
    <message>
        <source>Nothing waits. There was nothing to write.</source>
        <translation>没有要写的，全部已上传。</translation>
    </message>
    <message>
        <source>Done: %1 receipts used, %2 are settled now.</source>
        <translation>好了：用了 %1 张回执，结清 %2 条。</translation>
    </message>
    <message>
        <source>Set aside: %1. %2</source>
        <translation>没用上 %1 张。%2</translation>
    </message>
    <message>
        <source>It stopped after %1. Nothing is lost: plug a stick in and write once more.</source>
        <translation>写了 %1 条后停下。数据不丢，插好再写一次。</translation>
    </message>
    <message>
        <source>The stick</source>
        <translation>U 盘</translation>
    </message>
    <message>
        <source>Not sent: %1. Receipts on the stick: %2.</source>
        <translation>未上传 %1 条。U 盘上有回执 %2 张。</translation>
    </message>
    <message>
        <source>Use the receipts</source>
        <translation>用回执结清</translation>
    </message>
    <message>
        <source>Write to the stick</source>
        <translation>写入 U 盘</translation>
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
        <translation>交给%1</translation>
    </message>
    <message>
        <source>Handed to those responsible</source>
        <translation>交给负责的部门</translation>
    </message>
    <message>
        <source>Being worked on</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>You get an answer</source>
        <translation>答复您</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>You are asked how it went</source>
        <translation>请您评一评</translation>
    </message>
    <message>
        <source>Followed up</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Back for another department</source>
        <translation>换一个部门办</translation>
    </message>
    <message>
        <source>Kept as an idea for later</source>
        <translation>暂存，以后再办</translation>
    </message>
    <message>
        <source>Not possible, with the reason</source>
        <translation>暂时做不到</translation>
    </message>
    <message>
        <source>Joined with the same wish of others</source>
        <translation>和别人的同一件事合并办</translation>
    </message>
    <message>
        <source>Not shown in public</source>
        <translation>不公开</translation>
    </message>
    <message>
        <source>Closed without action</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>An answer was due by %1</source>
        <translation>原定 %1前答复</translation>
    </message>
    <message>
        <source>An answer by %1</source>
        <translation>预计 %1前答复</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Tap here to write</source>
        <translation>点这里写字</translation>
    </message>
    <message>
        <source>Write on</source>
        <translation>接着写</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写字</translation>
    </message>
</context>
<context>
    <name>ThanksHead</name>
    <message>
        <source>It has been taken back.</source>
        <translation>已经撤回了。</translation>
    </message>
    <message>
        <source>Thank you,
we have received it.</source>
        <translation>谢谢您，
我们收到了。</translation>
    </message>
    <message>
        <source>Nobody will work on it. You are welcome to say it again at any time.</source>
        <translation>不会再有人处理。想说了，随时再来。</translation>
    </message>
    <message>
        <source>People here will read what you said, and answer.</source>
        <translation>您说的话，馆里会有人看、有人答。</translation>
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
        <translation>念回执码</translation>
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
        <translation>工作人员</translation>
    </message>
</context>
<context>
    <name>TogetherScreen</name>
    <message>
        <source>Vote of the week</source>
        <translation>每周一问</translation>
    </message>
    <message>
        <source>Enough for a class</source>
        <translation>拼单开课</translation>
    </message>
    <message>
        <source>Wish wall</source>
        <translation>许愿墙</translation>
    </message>
    <message>
        <source>One question, one tap, no name.</source>
        <translation>一个问题，点一下，不记姓名。</translation>
    </message>
    <message>
        <source>A course opens once enough people want it. Nobody leaves a name here.</source>
        <translation>想上的人够了就开课，一次到访算一人，不记姓名。</translation>
    </message>
    <message>
        <source>Each wish was read before it was put up.</source>
        <translation>每条心愿都先有人看过。</translation>
    </message>
    <message>
        <source>It could not be saved. Please call our staff.</source>
        <translation>没能存下来，请叫工作人员。</translation>
    </message>
    <message>
        <source>Write my wish</source>
        <translation>写我的心愿</translation>
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
        <translation>按一下，开始说</translation>
    </message>
    <message>
        <source>I have said it</source>
        <translation>说完了</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>不听了</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>听一遍</translation>
    </message>
    <message>
        <source>Delete it and speak again</source>
        <translation>删掉，重新说</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Please speak. Seconds left: %1</source>
        <translation>请说。还剩 %1 秒</translation>
    </message>
    <message>
        <source>You hear what you said.</source>
        <translation>正在播放您说的话。</translation>
    </message>
    <message>
        <source>Your message is recorded. Seconds: %1</source>
        <translation>录好了，共 %1 秒。</translation>
    </message>
    <message>
        <source>That did not work. Please try again, or go back and write.</source>
        <translation>没有录成。请再试一次，或返回改为写。</translation>
    </message>
    <message>
        <source>The recording begins when you press, and stops when you press again.</source>
        <translation>按一下开始录音，再按一下结束。</translation>
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
        <translation>（您选的）</translation>
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
        <translation>投票以后能看到结果。</translation>
    </message>
    <message>
        <source>Open until %1. One vote a visit, no name.</source>
        <translation>%1截止。一次到访算一票，不记姓名。</translation>
    </message>
    <message>
        <source>The vote is over.</source>
        <translation>投票已结束。</translation>
    </message>
</context>
<context>
    <name>WayTabs</name>
    <message>
        <source>Write</source>
        <translation>写字</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Bring back</source>
        <comment>the text that was cleared</comment>
        <translation>找回来</translation>
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
        <translation>写好了</translation>
    </message>
</context>
</TS>
