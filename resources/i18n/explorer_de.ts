<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <location filename="../../ui/session/CommandLine.cpp" line="52"/>
        <source>A quote in the command is not closed: %1</source>
        <translation>Ein Anführungszeichen im Befehl ist nicht geschlossen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/CommandLine.cpp" line="62"/>
        <source>The command is empty</source>
        <translation>Der Befehl ist leer</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="47"/>
        <source>Uniform (Diffusion-LM)</source>
        <translation>Gleichmäßig (Diffusion-LM)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="48"/>
        <source>All positions are denoised together: every word has the same timestep</source>
        <translation>Alle Positionen werden gemeinsam entrauscht: Jedes Wort hat denselben Zeitschritt</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="49"/>
        <source>AR-Diffusion (the paper)</source>
        <translation>AR-Diffusion (der Artikel)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="50"/>
        <source>Words on the left are denoised earlier than words on the right: the timesteps lie on a line through a fixed anchor</source>
        <translation>Wörter links werden früher entrauscht als Wörter rechts: Die Zeitschritte liegen auf einer Geraden durch einen festen Anker</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="53"/>
        <source>The anchor stands at position scale x length; the larger, the closer to uniform</source>
        <translation>Der Anker steht an der Position Faktor x Länge; je größer, desto näher an gleichmäßig</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="54"/>
        <source>Autoregressive</source>
        <translation>Autoregressiv</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="55"/>
        <source>One word after the other: a word starts when its left neighbour is finished. Needs at least one sampling step a word</source>
        <translation>Ein Wort nach dem anderen: Ein Wort beginnt, wenn sein linker Nachbar fertig ist. Braucht mindestens einen Abtastschritt je Wort</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="58"/>
        <source>Lagged</source>
        <translation>Versetzt</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="59"/>
        <source>Every word starts a fixed number of sentence steps after its left neighbour: 0 is uniform, the number of diffusion steps is autoregressive</source>
        <translation>Jedes Wort beginnt eine feste Zahl von Satzschritten nach seinem linken Nachbarn: 0 ist gleichmäßig, die Zahl der Diffusionsschritte ist autoregressiv</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="62"/>
        <source>Sentence steps between a word and its left neighbour</source>
        <translation>Satzschritte zwischen einem Wort und seinem linken Nachbarn</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="63"/>
        <location filename="../../ui/session/CoreTexts.cpp" line="81"/>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="64"/>
        <source>Blocks of words one after the other, the words of a block together</source>
        <translation>Blöcke von Wörtern nacheinander, die Wörter eines Blocks gemeinsam</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="65"/>
        <source>Words in a block</source>
        <translation>Wörter in einem Block</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="66"/>
        <source>Custom</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="67"/>
        <source>The timesteps of every position as a table of your own</source>
        <translation>Die Zeitschritte jeder Position als eigene Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="68"/>
        <source>Learned (ours, after SeqDiffuSeq)</source>
        <translation>Gelernt (von uns, nach SeqDiffuSeq)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="69"/>
        <source>Every position at its own pace, learned in training, so that its loss rises evenly with the sentence step</source>
        <translation>Jede Position in ihrem eigenen Tempo, beim Training gelernt, sodass ihr Verlust gleichmäßig mit dem Satzschritt steigt</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="72"/>
        <source>Stride (the paper)</source>
        <translation>Schrittweite (der Artikel)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="73"/>
        <source>Every S/M-th sentence step; the last jump can be longer than the others</source>
        <translation>Jeder S/M-te Satzschritt; der letzte Sprung kann länger sein als die anderen</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="74"/>
        <source>Tail (ours)</source>
        <translation>Endstück (von uns)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="75"/>
        <source>Some of the calls go to the last N sentence steps, where left words are done and right ones are not</source>
        <translation>Ein Teil der Aufrufe entfällt auf die letzten N Satzschritte, in denen linke Wörter fertig sind und rechte nicht</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="77"/>
        <source>List (ours)</source>
        <translation>Liste (von uns)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="78"/>
        <source>Just these sentence steps</source>
        <translation>Genau diese Satzschritte</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="79"/>
        <source>Anchor scale</source>
        <translation>Ankerfaktor</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="80"/>
        <source>Lag</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="12"/>
        <source>Sampling steps M</source>
        <translation>Abtastschritte M</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="13"/>
        <source>How many sentence steps are executed, each one model call; the others are skipped</source>
        <translation>Wie viele Satzschritte ausgeführt werden, jeder ein Modellaufruf; die anderen werden übersprungen</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="14"/>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="15"/>
        <source>The same seed gives the same starting noise and the same step noise; candidate c uses seed + c</source>
        <translation>Derselbe Seed gibt dasselbe Anfangsrauschen und dasselbe Schrittrauschen; Kandidat c nimmt Seed + c</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="17"/>
        <source>Eta η</source>
        <translation>Eta η</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="18"/>
        <source>1 is the paper&apos;s sampling (new noise in every step), 0 is deterministic (DDIM)</source>
        <translation>1 ist das Verfahren des Artikels (neues Rauschen in jedem Schritt), 0 ist deterministisch (DDIM)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="19"/>
        <source>Clamp</source>
        <translation>Clamp</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="20"/>
        <source>What a prediction becomes before the next step: the embedding of the nearest word (the paper&apos;s), the mean of all words, each as probable as it is (ours), or nothing else. A model card says what suits its model</source>
        <translation>Was aus einer Vorhersage vor dem nächsten Schritt wird: das Embedding des nächsten Worts (so der Artikel), das Mittel aller Wörter, jedes so stark, wie es wahrscheinlich ist (von uns), oder nichts weiter. Was zu einem Modell passt, steht in seiner Model Card</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="24"/>
        <source>nearest word</source>
        <translation>nächstes Wort</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="25"/>
        <source>expected word</source>
        <translation>erwartetes Wort</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="26"/>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="27"/>
        <source>Clamp from call</source>
        <translation>Clamp ab Aufruf</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="28"/>
        <source>First model call whose prediction is clamped</source>
        <translation>Erster Modellaufruf, dessen Vorhersage durch Clamp geht</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="29"/>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="30"/>
        <source>How a token goes from one timestep to the next: ddim (with eta 1 the paper&apos;s) or dpm++2m (ours, for few steps: DPM-Solver++ of order 2 with a history for every token; it adds no noise, so eta is ignored)</source>
        <translation>Wie ein Token von einem Zeitschritt zum nächsten kommt: ddim (mit Eta 1 das des Artikels) oder dpm++2m (von uns, für wenige Schritte: DPM-Solver++ der Ordnung 2 mit einer Vorgeschichte für jedes Token; es gibt kein Rauschen hinzu, Eta zählt also nicht)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="34"/>
        <source>DDIM (the paper)</source>
        <translation>DDIM (der Artikel)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="35"/>
        <source>DPM-Solver++ (ours)</source>
        <translation>DPM-Solver++ (von uns)</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="36"/>
        <source>Noise top-p</source>
        <translation>Top-p des Rauschens</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="37"/>
        <source>Step noise is drawn again while its absolute value is above this (the reference&apos;s top_p); 0: off</source>
        <translation>Schrittrauschen wird neu gezogen, solange sein Betrag darüber liegt (top_p der Referenz); 0: aus</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="39"/>
        <source>Stop when settled</source>
        <translation>Halt, wenn alles feststeht</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="40"/>
        <source>Ours: stop when no word, PAD included, has changed in so many calls; the words are those of x0_hat then; 0: off</source>
        <translation>Von uns: anhalten, wenn sich in so vielen Aufrufen kein Wort, auch kein PAD, geändert hat; es gelten dann die Wörter von x0_hat; 0: aus</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="43"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="44"/>
        <source>Candidates for a source; the one that agrees best with the others is chosen</source>
        <translation>Kandidaten für einen Quelltext; gewählt wird der, der den anderen am besten entspricht</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="45"/>
        <source>Beam</source>
        <translation>Strahlbreite</translation>
    </message>
    <message>
        <location filename="../../ui/session/CoreTexts.cpp" line="46"/>
        <source>Autoregressive models only: sentences kept at a time; 1 is greedy</source>
        <translation>Nur für autoregressive Modelle: wie viele Sätze jeweils behalten werden; 1 nimmt immer das beste Wort</translation>
    </message>
</context>
<context>
    <name>DockLayout</name>
    <message>
        <location filename="../../ui/shell/ViewRegistry.cpp" line="41"/>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ViewRegistry.cpp" line="48"/>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ViewRegistry.cpp" line="59"/>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <location filename="../../ui/shell/ViewRegistry.cpp" line="66"/>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <location filename="../../app/explorer/main.cpp" line="80"/>
        <source>Shows how AR-Diffusion writes a sentence.</source>
        <translation>Zeigt, wie AR-Diffusion einen Satz schreibt.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="82"/>
        <source>Model folder, or the name of a bundled model.</source>
        <translation>Modellordner oder der Name eines mitgelieferten Modells.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="83"/>
        <source>Open a recorded run.</source>
        <translation>Einen aufgezeichneten Lauf öffnen.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="84"/>
        <source>What the model is given.</source>
        <translation>Was das Modell bekommt.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="85"/>
        <source>Run as soon as the engine is ready.</source>
        <translation>Loslaufen, sobald die Engine bereit ist.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="87"/>
        <source>Save the window as a picture when the run, or the opened file, is shown.</source>
        <translation>Das Fenster als Bild sichern, wenn der Lauf oder die geöffnete Datei gezeigt wird.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="88"/>
        <source>Quit when everything that was asked for is done.</source>
        <translation>Beenden, wenn alles Verlangte erledigt ist.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="89"/>
        <source>Command of the engine, e.g. &quot;ssh gpu-box ardiff serve&quot;.</source>
        <translation>Befehl der Engine, z. B. &quot;ssh gpu-box ardiff serve&quot;.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="91"/>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="92"/>
        <source>Size of everything, 0.75 to 2.5.</source>
        <translation>Größe von allem, 0.75 bis 2.5.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="93"/>
        <source>Seconds to wait with --screenshot or --quit (120).</source>
        <translation>Sekunden, die mit --screenshot oder --quit gewartet wird (120).</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="96"/>
        <source>A recorded run, as with --open.</source>
        <translation>Ein aufgezeichneter Lauf, wie mit --open.</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="114"/>
        <source>One recorded run can be opened at the start</source>
        <translation>Beim Start kann ein aufgezeichneter Lauf geöffnet werden</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="120"/>
        <source>--theme is light, dark or system, not %1</source>
        <translation>--theme ist light, dark oder system, nicht %1</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="128"/>
        <source>--scale is a number from 0.75 to 2.5, not %1</source>
        <translation>--scale ist eine Zahl von 0.75 bis 2.5, nicht %1</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="133"/>
        <source>--timeout is a number of seconds from 1 to 86400, not %1</source>
        <translation>--timeout ist eine Zahl von Sekunden von 1 bis 86400, nicht %1</translation>
    </message>
    <message>
        <location filename="../../app/explorer/main.cpp" line="177"/>
        <source>There is no display to open a window on</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="49"/>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="50"/>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="55"/>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="75"/>
        <source>Model folder on the machine of the engine:</source>
        <translation>Modellordner auf dem Rechner der Engine:</translation>
    </message>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="42"/>
        <source>Export a picture</source>
        <translation>Ein Bild sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/FileQuestions.cpp" line="43"/>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="69"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="71"/>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="72"/>
        <source>E&amp;xample runs</source>
        <translation>Beis&amp;pielläufe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="90"/>
        <source>&amp;Run</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="97"/>
        <source>&amp;Playback</source>
        <translation>&amp;Film</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="101"/>
        <source>&amp;Markers</source>
        <translation>Mar&amp;ken</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="108"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="115"/>
        <source>T&amp;heme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="117"/>
        <source>&amp;Size of everything</source>
        <translation>&amp;Größe von allem</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="121"/>
        <source>&amp;Window</source>
        <translation>Fen&amp;ster</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="129"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="137"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="140"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="140"/>
        <source>What they do</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="168"/>
        <source>About AR-Diffusion Explorer</source>
        <translation>Über AR-Diffusion Explorer</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="171"/>
        <source>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;Shows how AR-Diffusion (Wu et al., NeurIPS 2023, arXiv 2305.09515) writes a sentence.&lt;/p&gt;&lt;p&gt;Two facts that pictures of it often hide: with the published skipping no token is at timestep 0 before the last jump, so whether left words come first is seen in the words, not in the timesteps; and attention is bidirectional, so influence from left to right is learned, not masked.&lt;/p&gt;&lt;p&gt;Free software, GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;Zeigt, wie AR-Diffusion (Wu et al., NeurIPS 2023, arXiv 2305.09515) einen Satz schreibt.&lt;/p&gt;&lt;p&gt;Zwei Tatsachen, die Bilder davon oft verbergen: Mit dem veröffentlichten Überspringen ist vor dem letzten Sprung kein Token bei Zeitschritt 0; ob linke Wörter zuerst kommen, sieht man also an den Wörtern, nicht an den Zeitschritten. Und die Attention sieht in beide Richtungen; der Einfluss von links nach rechts ist gelernt, nicht durch eine Maske erzwungen.&lt;/p&gt;&lt;p&gt;Freie Software, GPL-3.0-or-later.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Menus.cpp" line="83"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
</context>
<context>
    <name>PageOfBoard</name>
    <message>
        <location filename="../../ui/views/page/PageOfBoard.cpp" line="45"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location filename="../../ui/views/page/PageOfBoard.cpp" line="71"/>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>PlaneFacts</name>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="22"/>
        <source>sentence steps %1 to 0 in jumps of %2</source>
        <translation>Satzschritte %1 bis 0 in Sprüngen von %2</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="23"/>
        <source>sentence steps %1 to 0 in jumps of different lengths</source>
        <translation>Satzschritte %1 bis 0 in verschieden langen Sprüngen</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="24"/>
        <source>model calls: %1</source>
        <translation>Modellaufrufe: %1</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="25"/>
        <source>last jump %1</source>
        <translation>letzter Sprung %1</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="56"/>
        <source>model call %1 of %2</source>
        <translation>Modellaufruf %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="57"/>
        <source>sentence step %1 of %2</source>
        <translation>Satzschritt %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="59"/>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <location filename="../../ui/paint/PlaneFacts.cpp" line="60"/>
        <source>next jump to %1</source>
        <translation>nächster Sprung auf %1</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <location filename="../../ui/paint/Quantity.cpp" line="26"/>
        <source>Probability of the word</source>
        <translation>Wahrscheinlichkeit des Worts</translation>
    </message>
    <message>
        <location filename="../../ui/paint/Quantity.cpp" line="28"/>
        <source>Entropy of the prediction (nats)</source>
        <translation>Entropie der Vorhersage (nat)</translation>
    </message>
    <message>
        <location filename="../../ui/paint/Quantity.cpp" line="32"/>
        <source>Noise level t/T</source>
        <translation>Rauschen t/T</translation>
    </message>
</context>
<context>
    <name>RunNames</name>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="27"/>
        <source>clamp: expected word</source>
        <translation>Clamp: erwartetes Wort</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="29"/>
        <source>no clamp</source>
        <translation>kein Clamp</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="33"/>
        <source>clamp: nearest word</source>
        <translation>Clamp: nächstes Wort</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="54"/>
        <location filename="../../ui/models/RunNames.cpp" line="105"/>
        <source>eta %1</source>
        <translation>Eta %1</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="58"/>
        <source>DPM-Solver++</source>
        <translation>DPM-Solver++</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="88"/>
        <location filename="../../ui/models/RunNames.cpp" line="105"/>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="89"/>
        <location filename="../../ui/models/RunNames.cpp" line="106"/>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="104"/>
        <source>ruler %1</source>
        <translation>Lineal %1</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="111"/>
        <source>recorded: %1</source>
        <translation>aufgezeichnet: %1</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="113"/>
        <source>running now</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="113"/>
        <source>computed here</source>
        <translation>hier gerechnet</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="60"/>
        <source>%1 candidates</source>
        <translation>%1 Kandidaten</translation>
    </message>
    <message>
        <location filename="../../ui/models/RunNames.cpp" line="62"/>
        <source>continuations: %1</source>
        <translation>Fortsetzungen: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Actions</name>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="40"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="40"/>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="58"/>
        <source>&amp;New run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="59"/>
        <source>Back to the plan of the next run; the runs so far stay in the list</source>
        <translation>Zurück zum Plan des nächsten Laufs; die bisherigen Läufe bleiben in der Liste</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="60"/>
        <source>Open a &amp;model folder...</source>
        <translation>&amp;Modellordner öffnen …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="61"/>
        <source>Load a model from a folder of yours</source>
        <translation>Ein Modell aus einem eigenen Ordner laden</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="62"/>
        <source>&amp;Open run...</source>
        <translation>Lauf ö&amp;ffnen …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="62"/>
        <source>Open a recorded run (.ardrun)</source>
        <translation>Einen aufgezeichneten Lauf öffnen (.ardrun)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="64"/>
        <source>&amp;Save run</source>
        <translation>Lauf &amp;sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="64"/>
        <source>Save the run on screen</source>
        <translation>Den gezeigten Lauf sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="66"/>
        <source>Save run &amp;as...</source>
        <translation>Lauf sichern &amp;unter …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="67"/>
        <source>Save the run on screen under another name</source>
        <translation>Den gezeigten Lauf unter anderem Namen sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="80"/>
        <source>&amp;Find a word...</source>
        <translation>Wort s&amp;uchen …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="81"/>
        <source>Where a word comes up, in all steps of all lanes</source>
        <translation>Wo ein Wort auftaucht, in allen Schritten aller Bahnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="82"/>
        <source>Find ne&amp;xt</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="82"/>
        <source>The next place where the word comes up</source>
        <translation>Die nächste Stelle, an der das Wort auftaucht</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="83"/>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="84"/>
        <source>The place before this one where the word comes up</source>
        <translation>Die Stelle davor, an der das Wort auftaucht</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="87"/>
        <source>Export the &amp;window as a picture...</source>
        <translation>Fens&amp;ter als Bild sichern …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="88"/>
        <source>Save the whole window as PNG</source>
        <translation>Das ganze Fenster als PNG sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="92"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="92"/>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="98"/>
        <source>&amp;Run</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="98"/>
        <source>Denoise the source with this seed</source>
        <translation>Die Quelle mit diesem Seed entrauschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="100"/>
        <source>Run with a &amp;new seed</source>
        <translation>Mit &amp;neuem Seed starten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="101"/>
        <source>Denoise the source with another seed</source>
        <translation>Die Quelle mit einem anderen Seed entrauschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="103"/>
        <source>&amp;Stop</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="103"/>
        <source>Stop the run; what was computed stays</source>
        <translation>Den Lauf anhalten; was berechnet wurde, bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="106"/>
        <source>R&amp;estart the engine</source>
        <translation>&amp;Engine neu starten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="106"/>
        <source>End the engine and start it anew</source>
        <translation>Die Engine beenden und neu starten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="112"/>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder Pause</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="112"/>
        <source>Play or pause the film of the run</source>
        <translation>Den Film des Laufs abspielen oder anhalten</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="114"/>
        <source>Step &amp;forward</source>
        <translation>Schritt &amp;vor</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="114"/>
        <source>One step forward</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="116"/>
        <source>Step &amp;back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="116"/>
        <source>One step back; nothing is computed again</source>
        <translation>Einen Schritt zurück; nichts wird neu berechnet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="118"/>
        <source>Ten steps forward</source>
        <translation>Zehn Schritte vor</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="119"/>
        <source>Ten steps back</source>
        <translation>Zehn Schritte zurück</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="120"/>
        <source>F&amp;irst step</source>
        <translation>&amp;Erster Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="120"/>
        <source>The starting noise</source>
        <translation>Das Anfangsrauschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="121"/>
        <source>&amp;Last step</source>
        <translation>&amp;Letzter Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="121"/>
        <source>The newest step; follows a run that is under way</source>
        <translation>Der neueste Schritt; folgt einem laufenden Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="123"/>
        <source>&amp;Slower</source>
        <translation>Langsa&amp;mer</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="123"/>
        <source>Half as fast</source>
        <translation>Halb so schnell</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="124"/>
        <source>F&amp;aster</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="124"/>
        <source>Twice as fast</source>
        <translation>Doppelt so schnell</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="125"/>
        <source>&amp;Normal speed</source>
        <translation>&amp;Normales Tempo</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="126"/>
        <source>L&amp;oop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="126"/>
        <source>Begin again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="136"/>
        <source>Next &amp;change</source>
        <translation>Nächste &amp;Änderung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="137"/>
        <source>To the next step in which a word becomes another or settles</source>
        <translation>Zum nächsten Schritt, in dem ein Wort ein anderes wird oder gesetzt wird</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="138"/>
        <source>Last c&amp;hange</source>
        <translation>Vorige Än&amp;derung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="139"/>
        <source>Back to the last step in which a word became another or settled</source>
        <translation>Zurück zum vorigen Schritt, in dem ein Wort ein anderes wurde oder gesetzt wurde</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="141"/>
        <source>Set marker %1</source>
        <translation>Marke %1 setzen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="143"/>
        <source>Marker %1 here, or away from here</source>
        <translation>Marke %1 hierher, oder hier weg</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="145"/>
        <source>Go to marker &amp;%1</source>
        <translation>Zu Marke &amp;%1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="146"/>
        <source>To the place of marker %1</source>
        <translation>Zur Stelle von Marke %1</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="153"/>
        <source>&amp;Plane</source>
        <translation>E&amp;bene</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="153"/>
        <source>Position by timestep</source>
        <translation>Position mal Zeitschritt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="155"/>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="156"/>
        <source>Executed steps by position, with words</source>
        <translation>Ausgeführte Schritte mal Position, mit Wörtern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="157"/>
        <source>&amp;Both</source>
        <translation>Bei&amp;de</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="158"/>
        <source>Plane and table side by side</source>
        <translation>Ebene und Tabelle nebeneinander</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="160"/>
        <source>Colour: &amp;noise level</source>
        <translation>Farbe: &amp;Rauschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="161"/>
        <source>Colour cells by the noise level</source>
        <translation>Zellen nach dem Rauschen färben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="163"/>
        <source>Colour cells by the probability of the word</source>
        <translation>Zellen nach der Wahrscheinlichkeit des Worts färben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="164"/>
        <source>Colour: &amp;entropy</source>
        <translation>Farbe: &amp;Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="165"/>
        <source>Colour cells by the entropy of the prediction</source>
        <translation>Zellen nach der Entropie der Vorhersage färben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="166"/>
        <source>Tail &amp;zoom</source>
        <translation>E&amp;nde dehnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="167"/>
        <source>Stretch small timesteps, where words settle in the last jumps</source>
        <translation>Kleine Zeitschritte dehnen: dort setzen sich Wörter in den letzten Sprüngen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="169"/>
        <source>&amp;Follow</source>
        <translation>Fo&amp;lgen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="169"/>
        <source>The table scrolls with the film</source>
        <translation>Die Tabelle rollt mit dem Film</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="181"/>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="182"/>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="183"/>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="185"/>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="185"/>
        <source>Everything larger, for the back row</source>
        <translation>Alles größer, für die letzte Reihe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="186"/>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="186"/>
        <source>Everything smaller</source>
        <translation>Alles kleiner</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="187"/>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="190"/>
        <source>&amp;Lecture mode</source>
        <translation>V&amp;orlesung</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="191"/>
        <source>Plane and words alone, half as large again, for the projector</source>
        <translation>Nur Ebene und Wörter, anderthalbmal so groß, für den Beamer</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="193"/>
        <source>Left panels</source>
        <translation>Linke Tafeln</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="193"/>
        <source>Show or hide the panels on the left</source>
        <translation>Die Tafeln links zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="195"/>
        <source>Right panels</source>
        <translation>Rechte Tafeln</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="195"/>
        <source>Show or hide the panels on the right</source>
        <translation>Die Tafeln rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="201"/>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="201"/>
        <source>All panels where they were at the first start</source>
        <translation>Alle Tafeln wie beim ersten Start</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="202"/>
        <source>Next panel</source>
        <translation>Nächste Tafel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="202"/>
        <source>Move the keyboard to the next panel</source>
        <translation>Die Tastatur zur nächsten Tafel bringen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="203"/>
        <source>Previous panel</source>
        <translation>Vorige Tafel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="204"/>
        <source>Move the keyboard to the previous panel</source>
        <translation>Die Tastatur zur vorigen Tafel bringen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="205"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="205"/>
        <source>All keys in one list</source>
        <translation>Alle Tasten in einer Liste</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="206"/>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="89"/>
        <source>Se&amp;ttings...</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="90"/>
        <source>The engine&apos;s command and the folders of models</source>
        <translation>Der Befehl der Engine und die Ordner der Modelle</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="68"/>
        <source>Save a&amp;ll runs...</source>
        <translation>A&amp;lle Läufe sichern …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="69"/>
        <source>Save every run that no file holds, in one folder</source>
        <translation>Jeden Lauf, den keine Datei enthält, in einem Ordner sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="71"/>
        <source>Re&amp;name the run</source>
        <translation>Lauf um&amp;benennen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="71"/>
        <source>Give the run a name of your own</source>
        <translation>Dem Lauf einen eigenen Namen geben</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="73"/>
        <source>Take the run out of the list; a file of it stays</source>
        <translation>Den Lauf aus der Liste nehmen; eine Datei von ihm bleibt</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="76"/>
        <source>&amp;Copy the sentence</source>
        <translation>Satz &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="77"/>
        <source>Copy the sentence at this step; in the table, the chosen cell</source>
        <translation>Den Satz dieses Schritts kopieren; in der Tabelle die gewählte Zelle</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="78"/>
        <source>Copy the &amp;table</source>
        <translation>&amp;Tabelle kopieren</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="79"/>
        <source>Copy the words after every model call, for a spreadsheet</source>
        <translation>Die Wörter nach jedem Modellaufruf kopieren, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="72"/>
        <source>C&amp;lose the run</source>
        <translation>Lauf &amp;schließen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="162"/>
        <source>Colour: prob&amp;ability</source>
        <translation>Farbe: &amp;Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="188"/>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="104"/>
        <source>&amp;Take the settings of this run</source>
        <translation>Einstellungen dieses Laufs ü&amp;bernehmen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="105"/>
        <source>The form takes all that the run on screen was asked, its source too</source>
        <translation>Das Formular übernimmt alles, was dem gezeigten Lauf vorgegeben war, auch den Quelltext</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="129"/>
        <source>As fast as the en&amp;gine</source>
        <translation>So schnell wie die En&amp;gine</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="130"/>
        <source>Show a run under way as it is computed, instead of at the film&apos;s speed from its first step</source>
        <translation>Einen laufenden Lauf zeigen, wie er gerechnet wird, statt im Tempo des Films von seinem ersten Schritt an</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="85"/>
        <source>&amp;Export a picture...</source>
        <translation>&amp;Ein Bild sichern …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="86"/>
        <source>Save planes, sentences and how they were made as PNG, SVG or PDF</source>
        <translation>Ebenen, Sätze und wie sie entstanden sind als PNG, SVG oder PDF sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="173"/>
        <source>Sho&amp;w the future</source>
        <translation>Die &amp;Zukunft zeigen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/Actions.cpp" line="174"/>
        <source>Show what is known only later than this step: words of later steps, and when words settle</source>
        <translation>Auch zeigen, was erst nach diesem Schritt bekannt ist: Wörter späterer Schritte und wann Wörter feststehen</translation>
    </message>
</context>
<context>
    <name>ard::ui::Banner</name>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="24"/>
        <location filename="../../ui/views/engine/Banner.cpp" line="25"/>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="51"/>
        <source>%1. Everything on screen is kept.</source>
        <translation>%1. Alles auf dem Bildschirm bleibt.</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="16"/>
        <source>Restart the engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="17"/>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="22"/>
        <source>The command that starts the engine</source>
        <translation>Der Befehl, der die Engine startet</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/Banner.cpp" line="63"/>
        <source>(%1 more)</source>
        <comment>messages behind this one</comment>
        <translation>(%1 weitere)</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidateBars</name>
    <message>
        <location filename="../../ui/views/card/CandidateBars.cpp" line="27"/>
        <source>Candidates: %1</source>
        <translation>Kandidaten: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidatesModel</name>
    <message>
        <location filename="../../ui/models/CandidatesModel.cpp" line="37"/>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/models/CandidatesModel.cpp" line="55"/>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <location filename="../../ui/models/CandidatesModel.cpp" line="55"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ard::ui::CentralView</name>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="102"/>
        <source>Colour of the cells</source>
        <translation>Farbe der Zellen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="103"/>
        <source>What the colour of a cell means (Alt+1, Alt+2, Alt+3)</source>
        <translation>Was die Farbe einer Zelle bedeutet (Alt+1, Alt+2, Alt+3)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="104"/>
        <source>Colour: noise level</source>
        <translation>Farbe: Rauschen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="104"/>
        <source>Colour: probability</source>
        <translation>Farbe: Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="104"/>
        <source>Colour: entropy</source>
        <translation>Farbe: Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="124"/>
        <source>Words after every model call</source>
        <translation>Wörter nach jedem Modellaufruf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/CentralView.cpp" line="128"/>
        <source>bold: settled · dotted line: may still change · framed: changed in this call · thick line: timestep 0</source>
        <translation>fett: gesetzt · gepunktete Linie: kann sich noch ändern · gerahmt: in diesem Aufruf geändert · dicke Linie: Zeitschritt 0</translation>
    </message>
</context>
<context>
    <name>ard::ui::ColorBar</name>
    <message>
        <location filename="../../ui/plot/ColorBar.cpp" line="17"/>
        <source>Legend: %1, from %2 to %3</source>
        <translation>Legende: %1, von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineCall</name>
    <message>
        <location filename="../../ui/session/EngineCall.cpp" line="36"/>
        <source>The engine hangs: it did not stop within %1 s</source>
        <translation>Die Engine hängt: sie hat in %1 s nicht angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineChip</name>
    <message>
        <location filename="../../ui/views/engine/EngineChip.cpp" line="13"/>
        <location filename="../../ui/views/engine/EngineChip.cpp" line="18"/>
        <source>Engine: %1</source>
        <translation>Engine: %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/engine/EngineChip.cpp" line="24"/>
        <source>Engine stopped</source>
        <translation>Engine angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineClient</name>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="52"/>
        <source>The engine did not answer within %1 s</source>
        <translation>Die Engine hat in %1 s nicht geantwortet</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="92"/>
        <source>Engine not started</source>
        <translation>Engine nicht gestartet</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="94"/>
        <source>Starting the engine</source>
        <translation>Die Engine startet</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="97"/>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="99"/>
        <source>Loading the model: %1</source>
        <translation>Das Modell wird geladen: %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="100"/>
        <source>Loading the model: %1, %2 %</source>
        <translation>Das Modell wird geladen: %1, %2 %</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="102"/>
        <source>Ready: %1 on %2</source>
        <translation>Bereit: %1 auf %2</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="103"/>
        <source>Ready, no model loaded</source>
        <translation>Bereit, kein Modell geladen</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="107"/>
        <source>Running: %1 of %2 model calls</source>
        <translation>Läuft: %1 von %2 Modellaufrufen</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="108"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="136"/>
        <source>The engine program ardiff was found neither beside this program nor in the PATH</source>
        <translation>Das Engine-Programm ardiff liegt weder neben diesem Programm noch im PATH</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="144"/>
        <source>Starting the engine: %1</source>
        <translation>Start der Engine: %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="168"/>
        <source>The engine was restarted</source>
        <translation>Die Engine wurde neu gestartet</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="177"/>
        <source>The engine was shut down</source>
        <translation>Die Engine wurde beendet</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="184"/>
        <source>Stop the run before choosing another model</source>
        <translation>Erst den Lauf anhalten, dann ein anderes Modell wählen</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="198"/>
        <source>No model is loaded</source>
        <translation>Es ist kein Modell geladen</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineEvents.cpp" line="34"/>
        <source>The command does not start an engine: it asks instead of answering</source>
        <translation>Der Befehl startet keine Engine: er fragt, statt zu antworten</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineEvents.cpp" line="44"/>
        <source>The engine</source>
        <translation>Die Engine</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineEvents.cpp" line="52"/>
        <source>Engine %1 on %2, %3</source>
        <translation>Engine %1 auf %2, %3</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="199"/>
        <source>The engine has enough to do: wait until a run is finished</source>
        <translation>Die Engine hat genug zu tun: bitte warten, bis ein Lauf fertig ist</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineClient.cpp" line="106"/>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineProcess</name>
    <message>
        <location filename="../../ui/session/EngineProcess.cpp" line="106"/>
        <source>The engine could not be started: %1 (%2)</source>
        <translation>Die Engine konnte nicht gestartet werden: %1 (%2)</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineProcess.cpp" line="160"/>
        <source>The engine stopped: it was killed (signal 9; when nobody did that, the memory ran out)</source>
        <translation>Die Engine hat angehalten: sie wurde abgeschossen (Signal 9; wenn das niemand war, ging der Speicher aus)</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineProcess.cpp" line="162"/>
        <source>The engine stopped: it crashed (signal %1)</source>
        <translation>Die Engine hat angehalten: sie ist abgestürzt (Signal %1)</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineProcess.cpp" line="164"/>
        <source>The engine stopped by itself</source>
        <translation>Die Engine hat von selbst angehalten</translation>
    </message>
    <message>
        <location filename="../../ui/session/EngineProcess.cpp" line="165"/>
        <source>The engine stopped with exit status %1</source>
        <translation>Die Engine hat mit Status %1 angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::Film</name>
    <message>
        <location filename="../../ui/session/Film.cpp" line="126"/>
        <source>The filled in steps do not lead from one step of the run to the next</source>
        <translation>Die eingefügten Schritte führen nicht von einem Schritt des Laufs zum nächsten</translation>
    </message>
</context>
<context>
    <name>ard::ui::FindBar</name>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="22"/>
        <source>Find a word in all steps</source>
        <translation>Wort in allen Schritten suchen</translation>
    </message>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="38"/>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorige Stelle (Umschalt+F3)</translation>
    </message>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="39"/>
        <source>Next place (F3)</source>
        <translation>Nächste Stelle (F3)</translation>
    </message>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="42"/>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="68"/>
        <source>In no step of any run on screen</source>
        <translation>In keinem Schritt eines Laufs auf dem Schirm</translation>
    </message>
    <message>
        <location filename="../../ui/views/find/FindBar.cpp" line="73"/>
        <source>%1 of %2 · step %3, position %4</source>
        <translation>%1 von %2 · Schritt %3, Position %4</translation>
    </message>
</context>
<context>
    <name>ard::ui::GenerationForm</name>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="100"/>
        <source>Type a source text first</source>
        <translation>Erst einen Quelltext eingeben</translation>
    </message>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="124"/>
        <source>This model was not trained on the timestep schedule %1</source>
        <translation>Dieses Modell wurde nicht mit dem Zeitschrittplan %1 trainiert</translation>
    </message>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="126"/>
        <source>This model was trained with anchor scale %1</source>
        <translation>Dieses Modell wurde mit dem Ankerfaktor %1 trainiert</translation>
    </message>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="114"/>
        <source>This model has not learned a timestep schedule: that takes training with draw.learned</source>
        <translation>Dieses Modell hat keinen Zeitschrittplan gelernt: Dazu braucht es ein Training mit draw.learned</translation>
    </message>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="35"/>
        <source>%1 must lie between %2 and %3</source>
        <translation>%1 muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <location filename="../../ui/session/GenerationForm.cpp" line="241"/>
        <source>Choose a model first: it fixes the length and the diffusion steps</source>
        <translation>Erst ein Modell wählen: es legt Länge und Diffusionsschritte fest</translation>
    </message>
</context>
<context>
    <name>ard::ui::LegendPainter</name>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="59"/>
        <source>where every token starts</source>
        <translation>wo jedes Token beginnt</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="63"/>
        <source>where it will be after each model call</source>
        <translation>wo es nach jedem Modellaufruf sein wird</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="64"/>
        <source>lines: executed steps, skipping what lies between</source>
        <translation>Linien: ausgeführte Schritte; was dazwischen liegt, wird übersprungen</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="66"/>
        <source>where every token is now</source>
        <translation>wo jedes Token jetzt ist</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="67"/>
        <source>crossed; lines: executed steps</source>
        <translation>durchquert; Linien: ausgeführte Schritte</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="68"/>
        <source>the next jump, skipping what lies between</source>
        <translation>der nächste Sprung, der das Dazwischen überspringt</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="69"/>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="70"/>
        <source>settled</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="74"/>
        <source>may still change</source>
        <translation>kann sich noch ändern</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="177"/>
        <location filename="../../ui/paint/LegendPainter.cpp" line="179"/>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="62"/>
        <source>where it will be, one line for every %1 model calls</source>
        <translation>wo es sein wird, eine Linie je %1 Modellaufrufe</translation>
    </message>
    <message>
        <location filename="../../ui/paint/LegendPainter.cpp" line="72"/>
        <source>may still change, also at timestep 0, where noise %1 is left</source>
        <translation>kann sich noch ändern, auch bei Zeitschritt 0, wo Rauschen %1 bleibt</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogModel</name>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="12"/>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="14"/>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="16"/>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="17"/>
        <source>debug</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="87"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="44"/>
        <location filename="../../ui/models/LogModel.cpp" line="89"/>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location filename="../../ui/models/LogModel.cpp" line="91"/>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogView</name>
    <message>
        <location filename="../../ui/views/log/LogView.cpp" line="12"/>
        <source>Log of the engine</source>
        <translation>Protokoll der Engine</translation>
    </message>
</context>
<context>
    <name>ard::ui::MainWindow</name>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="161"/>
        <source>%1[*] – AR-Diffusion Explorer</source>
        <translation>%1[*] – AR-Diffusion Explorer</translation>
    </message>
    <message>
        <location filename="../../ui/shell/MainWindow.cpp" line="162"/>
        <source>AR-Diffusion Explorer</source>
        <translation>AR-Diffusion Explorer</translation>
    </message>
</context>
<context>
    <name>ard::ui::MessageDecoder</name>
    <message>
        <location filename="../../ui/session/MessageDecoder.cpp" line="127"/>
        <source>The engine sent something that cannot be understood: %1</source>
        <translation>Die Engine hat etwas Unverständliches gesendet: %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/MessageDecoder.cpp" line="123"/>
        <source>The command does not start an engine, it answers: %1</source>
        <translation>Der Befehl startet keine Engine, er antwortet: %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/MessageDecoder.cpp" line="125"/>
        <source>The command does not start an engine: what it answers is none of its messages</source>
        <translation>Der Befehl startet keine Engine: Was er antwortet, ist keine ihrer Nachrichten</translation>
    </message>
</context>
<context>
    <name>ard::ui::ModelListModel</name>
    <message>
        <location filename="../../ui/models/ModelListModel.cpp" line="18"/>
        <source>N %1, T %2, %3 words</source>
        <translation>N %1, T %2, %3 Wörter</translation>
    </message>
    <message>
        <location filename="../../ui/models/ModelListModel.cpp" line="21"/>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <location filename="../../ui/models/ModelListModel.cpp" line="23"/>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Page</name>
    <message>
        <location filename="../../ui/paint/Page.cpp" line="146"/>
        <source>timestep t</source>
        <translation>Zeitschritt t</translation>
    </message>
</context>
<context>
    <name>ard::ui::ParameterForm</name>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="34"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="35"/>
        <source>Shows the settings that are seldom changed</source>
        <translation>Zeigt die Einstellungen, die selten geändert werden</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="86"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="91"/>
        <source>%1: %2 is the limit here</source>
        <translation>%1: %2 ist hier die Grenze</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="107"/>
        <source>Another seed (Shift+F5 also runs with it)</source>
        <translation>Anderer Seed (Umschalt+F5 startet auch damit)</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/ParameterForm.cpp" line="108"/>
        <source>Another seed</source>
        <translation>Anderer Seed</translation>
    </message>
</context>
<context>
    <name>ard::ui::PictureExport</name>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="32"/>
        <source>Slide %1 × %2</source>
        <translation>Folie %1 × %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="32"/>
        <source>Page %1 × %2</source>
        <translation>Seite %1 × %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="33"/>
        <source>As on screen %1 × %2</source>
        <translation>Wie auf dem Bildschirm %1 × %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="56"/>
        <location filename="../../ui/shell/PictureExport.cpp" line="73"/>
        <source>Save a picture</source>
        <translation>Ein Bild sichern</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="57"/>
        <source>plane.png</source>
        <translation>ebene.png</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="58"/>
        <source>PNG pictures (*.png);;SVG drawings (*.svg);;PDF pages (*.pdf)</source>
        <translation>PNG-Bilder (*.png);;SVG-Zeichnungen (*.svg);;PDF-Seiten (*.pdf)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="73"/>
        <source>window.png</source>
        <translation>fenster.png</translation>
    </message>
    <message>
        <location filename="../../ui/shell/PictureExport.cpp" line="73"/>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneLegend</name>
    <message>
        <location filename="../../ui/plot/PlaneLegend.cpp" line="27"/>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlanePanel</name>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="26"/>
        <source>%1, anchor (%2N, T−1)</source>
        <translation>%1, Anker (%2N, T−1)</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="104"/>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="110"/>
        <source>This is the plan: every orange line is one model call and shows how far each position is denoised after it. Press Run to see the model follow it.</source>
        <translation>Das ist der Plan: Jede orange Linie ist ein Modellaufruf und zeigt, wie weit jede Position danach entrauscht ist. Mit „Starten“ folgt ihm das Modell.</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="118"/>
        <source>In this plan all positions reach timestep 0 together, in the last jump: whether left words come first is then seen in the words, not in the timesteps.</source>
        <translation>In diesem Plan erreichen alle Positionen Zeitschritt 0 gemeinsam, im letzten Sprung: Ob linke Wörter zuerst kommen, sieht man dann an den Wörtern, nicht an den Zeitschritten.</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="179"/>
        <source>Position %1 · model call %2 · timestep %3 → %4</source>
        <translation>Position %1 · Modellaufruf %2 · Zeitschritt %3 → %4</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="187"/>
        <source>%1, probability %2</source>
        <translation>%1, Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="146"/>
        <source>The plan of the next run: %1, %2</source>
        <translation>Der Plan des nächsten Laufs: %1, %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="148"/>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="154"/>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="156"/>
        <source>words: %1</source>
        <translation>Wörter: %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/plane/PlanePanel.cpp" line="113"/>
        <source>This is the plan: the orange lines show how far each position is denoised, one line for every %1 model calls. Press Run to see the model follow it.</source>
        <translation>Das ist der Plan: Die orangen Linien zeigen, wie weit jede Position entrauscht ist, eine Linie je %1 Modellaufrufe. Mit „Starten“ folgt ihm das Modell.</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneView</name>
    <message>
        <location filename="../../ui/plot/PlaneView.cpp" line="27"/>
        <source>Plane of position by timestep</source>
        <translation>Ebene aus Position und Zeitschritt</translation>
    </message>
    <message>
        <location filename="../../ui/plot/PlaneView.cpp" line="271"/>
        <source>timestep t</source>
        <translation>Zeitschritt t</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerEditor</name>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="26"/>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="33"/>
        <source>K = </source>
        <comment>calls of the ruler tail</comment>
        <translation>K = </translation>
    </message>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="34"/>
        <source>Calls in the last N sentence steps</source>
        <translation>Aufrufe in den letzten N Satzschritten</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="35"/>
        <source>How many of the M calls are spent on the last N sentence steps</source>
        <translation>Wie viele der M Aufrufe auf die letzten N Satzschritte entfallen</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="36"/>
        <source>Executed sentence steps</source>
        <translation>Ausgeführte Satzschritte</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/RulerEditor.cpp" line="38"/>
        <source>The executed sentence steps, falling, with commas or spaces between them; the first and the last one are added</source>
        <translation>Die ausgeführten Satzschritte, fallend, durch Kommas oder Leerzeichen getrennt; der erste und der letzte werden ergänzt</translation>
    </message>
</context>
<context>
    <name>ard::ui::Run</name>
    <message>
        <location filename="../../ui/session/Run.cpp" line="52"/>
        <source>#%1 %2 (%3, M %4, seed %5)</source>
        <translation>#%1 %2 (%3, M %4, Seed %5)</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="59"/>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="63"/>
        <source>waiting for the engine</source>
        <translation>wartet auf die Engine</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="65"/>
        <source>running, %1</source>
        <translation>läuft, %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="67"/>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="69"/>
        <source>stopped after %1</source>
        <translation>angehalten nach %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="72"/>
        <source>interrupted after %1</source>
        <translation>unterbrochen nach %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/Run.cpp" line="75"/>
        <source>failed after %1</source>
        <translation>gescheitert nach %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="35"/>
        <source>The engine started a run that was already under way</source>
        <translation>Die Engine hat einen Lauf begonnen, der schon lief</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="53"/>
        <source>The engine sent a step of a run that is not under way</source>
        <translation>Die Engine hat einen Schritt eines Laufs gesendet, der nicht läuft</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="78"/>
        <source>The engine ended the run before its last step</source>
        <translation>Die Engine hat den Lauf vor dem letzten Schritt beendet</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="114"/>
        <source>The run has more steps than its plan</source>
        <translation>Der Lauf hat mehr Schritte als sein Plan</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="125"/>
        <source>The run&apos;s plan of timesteps does not hold together</source>
        <translation>Der Zeitschrittplan des Laufs ist nicht stimmig</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="132"/>
        <source>Model call %1 was expected, but number %2 came</source>
        <translation>Modellaufruf %1 war erwartet, aber Nummer %2 kam</translation>
    </message>
    <message>
        <location filename="../../ui/session/RunGrowth.cpp" line="139"/>
        <source>Step %1 does not fit the run&apos;s plan</source>
        <translation>Schritt %1 passt nicht zum Plan des Laufs</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunController</name>
    <message>
        <location filename="../../ui/shell/RunController.cpp" line="18"/>
        <source>Recorded runs (*.ardrun)</source>
        <translation>Aufgezeichnete Läufe (*.ardrun)</translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunController.cpp" line="32"/>
        <location filename="../../ui/shell/RunController.cpp" line="33"/>
        <source>Open a model folder</source>
        <translation>Einen Modellordner öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunController.cpp" line="140"/>
        <source>Open a recorded run</source>
        <translation>Einen aufgezeichneten Lauf öffnen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/RunController.cpp" line="167"/>
        <source>Save the run</source>
        <translation>Den Lauf sichern</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunsView</name>
    <message>
        <location filename="../../ui/views/runs/RunsView.cpp" line="11"/>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
</context>
<context>
    <name>ard::ui::SamplingPanel</name>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="24"/>
        <source>Sampling</source>
        <translation>Abtastung</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="86"/>
        <source>Timestep schedule</source>
        <translation>Zeitschrittplan</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="89"/>
        <source>&amp;Timestep schedule</source>
        <translation>&amp;Zeitschrittplan</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="93"/>
        <source>Load a table…</source>
        <translation>Tabelle laden …</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="94"/>
        <source>A CSV file with a line of timesteps for each sentence step, or what “ardiff schedule --format json” prints</source>
        <translation>Eine CSV-Datei mit einer Zeile Zeitschritte für jeden Satzschritt, oder was „ardiff schedule --format json“ ausgibt</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="126"/>
        <source>Load the table of a custom timestep schedule</source>
        <translation>Tabelle eines eigenen Zeitschrittplans laden</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="127"/>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="110"/>
        <source>R&amp;uler</source>
        <translation>&amp;Lineal</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SamplingPanel.cpp" line="157"/>
        <source>%1: %2 is the limit here</source>
        <translation>%1: %2 ist hier die Grenze</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScrubRuler</name>
    <message>
        <location filename="../../ui/views/transport/ScrubRuler.cpp" line="26"/>
        <source>Step of the run</source>
        <translation>Schritt des Laufs</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/ScrubRuler.cpp" line="120"/>
        <source>Step %1 · sentence step %2</source>
        <translation>Schritt %1 · Satzschritt %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/ScrubRuler.cpp" line="125"/>
        <source>words changed: %1</source>
        <translation>geänderte Wörter: %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/ScrubRuler.cpp" line="127"/>
        <source>words settled: %1</source>
        <translation>nun gesetzte Wörter: %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/ScrubRuler.cpp" line="131"/>
        <source>marker %1</source>
        <translation>Marke %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::SeedEdit</name>
    <message>
        <location filename="../../ui/views/source/SeedEdit.cpp" line="35"/>
        <source>A seed is a whole number from 0 to %1</source>
        <translation>Ein Seed ist eine ganze Zahl von 0 bis %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Session</name>
    <message>
        <location filename="../../ui/session/Session.cpp" line="59"/>
        <source>The run was not saved to %1: %2</source>
        <translation>Der Lauf wurde nicht in %1 gesichert: %2</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="64"/>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="85"/>
        <source>Choose a model first</source>
        <translation>Erst ein Modell wählen</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="165"/>
        <source>Stop the run before choosing another model</source>
        <translation>Erst den Lauf anhalten, dann ein anderes Modell wählen</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="190"/>
        <source>There is no model folder %1</source>
        <translation>Es gibt keinen Modellordner %1</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="191"/>
        <source>There is no model folder %1; models by name: %2</source>
        <translation>Es gibt keinen Modellordner %1; Modelle mit Namen: %2</translation>
    </message>
    <message>
        <location filename="../../ui/session/Session.cpp" line="140"/>
        <source>The engine has no models of its own: give the folder of one on its machine (File, Open a model folder)</source>
        <translation>Die Engine hat keine eigenen Modelle: Geben Sie den Ordner eines Modells auf ihrem Rechner an (Datei, Modellordner öffnen)</translation>
    </message>
    <message>
        <source>The name of the model folder %1 is not UTF-8: give it another name</source>
        <translation>Der Name des Modellordners %1 ist kein UTF-8: bitte umbenennen</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettingsDialog</name>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="32"/>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="34"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="47"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="49"/>
        <source>&amp;Command that starts the engine</source>
        <translation>&amp;Befehl, der die Engine startet</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="70"/>
        <source>Empty: the one that came with this window. Another machine computes with a command such as “ssh gpu-box ardiff serve”. A new command restarts the engine; runs on screen stay.</source>
        <translation>Leer: die, die mit diesem Fenster kam. Ein anderer Rechner rechnet mit einem Befehl wie „ssh gpu-box ardiff serve“. Ein neuer Befehl startet die Engine neu; Läufe auf dem Bildschirm bleiben.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="79"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="81"/>
        <source>Folders of your own that hold model folders, besides the bundled ones.</source>
        <translation>Eigene Ordner, die Modellordner enthalten, neben den mitgelieferten.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="83"/>
        <source>Folders with models</source>
        <translation>Ordner mit Modellen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="85"/>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="100"/>
        <source>A folder that holds model folders</source>
        <translation>Ein Ordner, der Modellordner enthält</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="62"/>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <location filename="../../ui/shell/SettingsDialog.cpp" line="63"/>
        <source>&amp;Time that it has to answer at its start</source>
        <translation>&amp;Zeit, die sie am Anfang zum Antworten hat</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourceNote</name>
    <message>
        <location filename="../../ui/views/source/SourceNote.cpp" line="55"/>
        <source>The source is longer than the model reads: it was cut to its first %1 pieces.</source>
        <translation>Die Quelle ist länger, als das Modell liest: Sie wurde auf ihre ersten %1 Teile gekürzt.</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourceNote.cpp" line="57"/>
        <source>Pieces of this source that the model does not know: %1 of %2. It sees no difference between them.</source>
        <translation>Teile dieser Quelle, die das Modell nicht kennt: %1 von %2. Es sieht keinen Unterschied zwischen ihnen.</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourcePanel</name>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="53"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="59"/>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="74"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="79"/>
        <source>S&amp;ource</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="83"/>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="131"/>
        <source>What the model is given</source>
        <translation>Was das Modell bekommt</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="146"/>
        <source>No model was found: give its folder with --model, or open a run file.</source>
        <translation>Kein Modell gefunden: den Ordner mit --model angeben oder einen Lauf öffnen.</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="151"/>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="153"/>
        <source>%1 positions</source>
        <translation>%1 Positionen</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="153"/>
        <source>up to %1 positions</source>
        <translation>bis zu %1 Positionen</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="154"/>
        <source>T %1</source>
        <translation>T %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="155"/>
        <source>%1 M parameters</source>
        <translation>%1 M Parameter</translation>
    </message>
    <message>
        <location filename="../../ui/views/source/SourcePanel.cpp" line="142"/>
        <source>The engine is asked which models it has.</source>
        <translation>Die Engine wird gefragt, welche Modelle sie hat.</translation>
    </message>
</context>
<context>
    <name>ard::ui::StartJob</name>
    <message>
        <location filename="../../ui/shell/StartJob.cpp" line="22"/>
        <source>Nothing came of it within %1 seconds: %2</source>
        <translation>In %1 Sekunden kam nichts dabei heraus: %2</translation>
    </message>
    <message>
        <location filename="../../ui/shell/StartJob.cpp" line="80"/>
        <source>There is no model to run: give its folder with --model</source>
        <translation>Es gibt kein Modell: den Ordner mit --model angeben</translation>
    </message>
</context>
<context>
    <name>ard::ui::StepTableModel</name>
    <message>
        <location filename="../../ui/models/StepTableModel.cpp" line="65"/>
        <source>Position %1 after call %2: %3</source>
        <translation>Position %1 nach Aufruf %2: %3</translation>
    </message>
    <message>
        <location filename="../../ui/models/StepTableModel.cpp" line="105"/>
        <source>Model call %1: sentence step %2 to %3, %4 ms</source>
        <translation>Modellaufruf %1: Satzschritt %2 auf %3, %4 ms</translation>
    </message>
</context>
<context>
    <name>ard::ui::StripPainter</name>
    <message>
        <location filename="../../ui/paint/StripPainter.cpp" line="61"/>
        <location filename="../../ui/paint/StripPainter.cpp" line="99"/>
        <source>settled by word</source>
        <translation>gesetzt nach Wort</translation>
    </message>
    <message>
        <location filename="../../ui/paint/StripPainter.cpp" line="61"/>
        <location filename="../../ui/paint/StripPainter.cpp" line="101"/>
        <source>by schedule</source>
        <translation>nach Plan</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripModel</name>
    <message>
        <location filename="../../ui/models/TextStripModel.cpp" line="63"/>
        <source>Position %1: %2</source>
        <translation>Position %1: %2</translation>
    </message>
    <message>
        <location filename="../../ui/models/TextStripModel.cpp" line="83"/>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripView</name>
    <message>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="26"/>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="52"/>
        <source>The sentence at this step</source>
        <translation>Der Satz bei diesem Schritt</translation>
    </message>
    <message>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="115"/>
        <source>The words appear here: type a source on the left and press Run (F5).</source>
        <translation>Hier erscheinen die Wörter: links eine Quelle eingeben und „Starten“ drücken (F5).</translation>
    </message>
    <message>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="54"/>
        <source>Step 0 of %1: noise, no words yet</source>
        <translation>Schritt 0 von %1: Rauschen, noch keine Wörter</translation>
    </message>
    <message>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="56"/>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <location filename="../../ui/views/strip/TextStripView.cpp" line="60"/>
        <source>Left and right choose a position</source>
        <translation>Links und rechts wählen eine Position</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenCardView</name>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="27"/>
        <source>Click a word or a cell to see the numbers behind it.</source>
        <translation>Ein Wort oder eine Zelle anklicken, um die Zahlen dahinter zu sehen.</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="30"/>
        <source>Token card</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="45"/>
        <source>Timestep</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="45"/>
        <source>Before and after this model call</source>
        <translation>Vor und nach diesem Modellaufruf</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="46"/>
        <source>Noise level t/T</source>
        <translation>Rauschen t/T</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="47"/>
        <source>The timestep it arrived at, as a share of all diffusion steps</source>
        <translation>Der erreichte Zeitschritt als Anteil aller Diffusionsschritte</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="48"/>
        <source>Noise deviation</source>
        <translation>Rauschstreuung</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="49"/>
        <source>Square root of 1 − alpha_bar at that timestep: 0 is clean, 1 is noise</source>
        <translation>Wurzel aus 1 − alpha_bar bei diesem Zeitschritt: 0 ist sauber, 1 ist Rauschen</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="50"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="51"/>
        <source>Of this word, from the vocabulary head on the predicted clean latent</source>
        <translation>Dieses Worts, vom Vokabularkopf auf dem vorhergesagten sauberen Latent</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="52"/>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="52"/>
        <source>Of all the candidates, in nats: 0 is certain</source>
        <translation>Aller Kandidaten, in nat: 0 ist sicher</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="53"/>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="54"/>
        <source>From the predicted clean latent to the nearest word embedding</source>
        <translation>Vom vorhergesagten sauberen Latent zum nächsten Wort-Embedding</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="55"/>
        <source>Settled by word</source>
        <translation>Gesetzt nach Wort</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="56"/>
        <source>The model call after which the word never changes again</source>
        <translation>Der Modellaufruf, nach dem sich das Wort nie mehr ändert</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="57"/>
        <source>Settled by schedule</source>
        <translation>Gesetzt nach Plan</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="57"/>
        <source>The model call after which the timestep is 0</source>
        <translation>Der Modellaufruf, nach dem der Zeitschritt 0 ist</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="59"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="131"/>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="132"/>
        <source>Position %1 · model call %2 of %3 · sentence step %4</source>
        <translation>Position %1 · Modellaufruf %2 von %3 · Satzschritt %4</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="138"/>
        <source>was “%1” one call before</source>
        <translation>war „%1“ einen Aufruf zuvor</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="142"/>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="147"/>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="151"/>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="156"/>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="152"/>
        <source>model call %1 so far</source>
        <translation>bisher Modellaufruf %1</translation>
    </message>
    <message>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="152"/>
        <location filename="../../ui/views/card/TokenCardView.cpp" line="156"/>
        <source>model call %1</source>
        <translation>Modellaufruf %1</translation>
    </message>
    <message>
        <source>timestep 0 is not clean in this model (deviation %1): the word can still change</source>
        <translation>Zeitschritt 0 ist bei diesem Modell nicht rauschfrei (Abweichung %1): das Wort kann sich noch ändern</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenGridView</name>
    <message>
        <location filename="../../ui/views/grid/TokenGridView.cpp" line="17"/>
        <source>Table of executed steps by position</source>
        <translation>Tabelle der ausgeführten Schritte mal Position</translation>
    </message>
    <message>
        <location filename="../../ui/views/grid/TokenGridView.cpp" line="61"/>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
</context>
<context>
    <name>ard::ui::TransportBar</name>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="42"/>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="86"/>
        <source>Speed of the film, in model calls a second</source>
        <translation>Tempo des Films, in Modellaufrufen je Sekunde</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="87"/>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="89"/>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="144"/>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="148"/>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="162"/>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <location filename="../../ui/views/transport/TransportBar.cpp" line="149"/>
        <source>s %1</source>
        <translation>s %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::UnsavedRuns</name>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="49"/>
        <source>Unsaved runs</source>
        <translation>Ungesicherte Läufe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="54"/>
        <source>One of them is under way and would be stopped.</source>
        <translation>Einer davon läuft noch und würde angehalten.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="55"/>
        <source>Closing the window drops them.</source>
        <translation>Beim Schließen des Fensters gehen sie verloren.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="56"/>
        <source>Save all…</source>
        <translation>Alle sichern …</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="57"/>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="90"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="59"/>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="91"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="84"/>
        <source>Unsaved run</source>
        <translation>Ungesicherter Lauf</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="84"/>
        <source>This run is not saved.</source>
        <translation>Dieser Lauf ist nicht gesichert.</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="104"/>
        <source>A folder for the unsaved runs</source>
        <translation>Ein Ordner für die ungesicherten Läufe</translation>
    </message>
    <message>
        <location filename="../../ui/shell/UnsavedRuns.cpp" line="50"/>
        <source>Runs that are not saved: %1</source>
        <translation>Läufe, die nicht gesichert sind: %1</translation>
    </message>
</context>
</TS>
