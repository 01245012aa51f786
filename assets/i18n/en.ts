<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DrawEntry</name>
    <message numerus="yes">
        <source>Drawing pad, %n stroke(s)</source>
        <translation>
            <numerusform>Drawing pad, %n stroke</numerusform>
            <numerusform>Drawing pad, %n strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandBoard</name>
    <message numerus="yes">
        <source>Writing pad, %n stroke(s)</source>
        <translation>
            <numerusform>Writing pad, %n stroke</numerusform>
            <numerusform>Writing pad, %n strokes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message numerus="yes">
        <source>%n digit(s) typed</source>
        <translation>
            <numerusform>%n digit typed</numerusform>
            <numerusform>%n digits typed</numerusform>
        </translation>
    </message>
</context>
</TS>
