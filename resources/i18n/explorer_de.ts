<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Timestep</source>
        <translation>Zeitschritt</translation>
    </message>
    <message>
        <source>Before and after this model call</source>
        <translation>Vor und nach diesem Modellaufruf</translation>
    </message>
    <message>
        <source>Noise level t/T</source>
        <translation>Rauschen t/T</translation>
    </message>
    <message>
        <source>The timestep it arrived at, as a share of all diffusion steps</source>
        <translation>Der erreichte Zeitschritt als Anteil aller Diffusionsschritte</translation>
    </message>
    <message>
        <source>Noise deviation</source>
        <translation>Rauschstreuung</translation>
    </message>
    <message>
        <source>Square root of 1 − alpha_bar at that timestep: 0 is clean, 1 is noise</source>
        <translation>Wurzel aus 1 − alpha_bar bei diesem Zeitschritt: 0 ist sauber, 1 ist Rauschen</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Of this word, from the vocabulary head on the predicted clean latent</source>
        <translation>Dieses Worts, vom Vokabularkopf auf dem vorhergesagten sauberen Latent</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>Of all the candidates, in nats: 0 is certain</source>
        <translation>Aller Kandidaten, in nat: 0 ist sicher</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>From the predicted clean latent to the nearest word embedding</source>
        <translation>Vom vorhergesagten sauberen Latent zum nächsten Wort-Embedding</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>Gesetzt nach Wort</translation>
    </message>
    <message>
        <source>The model call after which the word never changes again</source>
        <translation>Der Modellaufruf, nach dem sich das Wort nie mehr ändert</translation>
    </message>
    <message>
        <source>Settled by schedule</source>
        <translation>Gesetzt nach Plan</translation>
    </message>
    <message>
        <source>The model call after which the timestep is 0</source>
        <translation>Der Modellaufruf, nach dem der Zeitschritt 0 ist</translation>
    </message>
</context>
<context>
    <name>CellSentence</name>
    <message>
        <source>position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>skipped step %1</source>
        <translation>übersprungener Schritt %1</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>no word</source>
        <translation>kein Wort</translation>
    </message>
    <message>
        <source>probability %1 %</source>
        <translation>Wahrscheinlichkeit %1 %</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1, skipped step %2</source>
        <translation>%1, übersprungener Schritt %2</translation>
    </message>
    <message>
        <source>%1: noise, no words yet</source>
        <translation>%1: Rauschen, noch keine Wörter</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3 positions settled</source>
        <translation>%1: %2 von %3 Positionen gesetzt</translation>
    </message>
    <message>
        <source>%1, repair (ours)</source>
        <translation>%1, Nachbesserung (von uns)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>A quote in the command is not closed: %1</source>
        <translation>Ein Anführungszeichen im Befehl ist nicht geschlossen: %1</translation>
    </message>
    <message>
        <source>The command is empty</source>
        <translation>Der Befehl ist leer</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>Uniform (Diffusion-LM)</source>
        <translation>Gleichmäßig (Diffusion-LM)</translation>
    </message>
    <message>
        <source>All positions are denoised together: every word has the same timestep</source>
        <translation>Alle Positionen werden gemeinsam entrauscht: Jedes Wort hat denselben Zeitschritt</translation>
    </message>
    <message>
        <source>AR-Diffusion (the paper)</source>
        <translation>AR-Diffusion (der Artikel)</translation>
    </message>
    <message>
        <source>Words on the left are denoised earlier than words on the right: the timesteps lie on a line through a fixed anchor</source>
        <translation>Wörter links werden früher entrauscht als Wörter rechts: Die Zeitschritte liegen auf einer Geraden durch einen festen Anker</translation>
    </message>
    <message>
        <source>The anchor stands at position scale x length; the larger, the closer to uniform</source>
        <translation>Der Anker steht an der Position Faktor x Länge; je größer, desto näher an gleichmäßig</translation>
    </message>
    <message>
        <source>Autoregressive</source>
        <translation>Autoregressiv</translation>
    </message>
    <message>
        <source>One word after the other: a word starts when its left neighbour is finished. Needs at least one sampling step a word</source>
        <translation>Ein Wort nach dem anderen: Ein Wort beginnt, wenn sein linker Nachbar fertig ist. Braucht mindestens einen Abtastschritt je Wort</translation>
    </message>
    <message>
        <source>Lagged</source>
        <translation>Versetzt</translation>
    </message>
    <message>
        <source>Every word starts a fixed number of sentence steps after its left neighbour: 0 is uniform, the number of diffusion steps is autoregressive</source>
        <translation>Jedes Wort beginnt eine feste Zahl von Satzschritten nach seinem linken Nachbarn: 0 ist gleichmäßig, die Zahl der Diffusionsschritte ist autoregressiv</translation>
    </message>
    <message>
        <source>Sentence steps between a word and its left neighbour</source>
        <translation>Satzschritte zwischen einem Wort und seinem linken Nachbarn</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Blocks of words one after the other, the words of a block together</source>
        <translation>Blöcke von Wörtern nacheinander, die Wörter eines Blocks gemeinsam</translation>
    </message>
    <message>
        <source>Words in a block</source>
        <translation>Wörter in einem Block</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>The timesteps of every position as a table of your own</source>
        <translation>Die Zeitschritte jeder Position als eigene Tabelle</translation>
    </message>
    <message>
        <source>Learned (ours, after SeqDiffuSeq)</source>
        <translation>Gelernt (von uns, nach SeqDiffuSeq)</translation>
    </message>
    <message>
        <source>Every position at its own pace, learned in training, so that its loss rises evenly with the sentence step</source>
        <translation>Jede Position in ihrem eigenen Tempo, beim Training gelernt, sodass ihr Verlust gleichmäßig mit dem Satzschritt steigt</translation>
    </message>
    <message>
        <source>Stride (the paper)</source>
        <translation>Schrittweite (der Artikel)</translation>
    </message>
    <message>
        <source>Every S/M-th sentence step; the last jump can be longer than the others</source>
        <translation>Jeder S/M-te Satzschritt; der letzte Sprung kann länger sein als die anderen</translation>
    </message>
    <message>
        <source>Tail (ours)</source>
        <translation>Endstück (von uns)</translation>
    </message>
    <message>
        <source>Some of the calls go to the last N sentence steps, where left words are done and right ones are not</source>
        <translation>Ein Teil der Aufrufe entfällt auf die letzten N Satzschritte, in denen linke Wörter fertig sind und rechte nicht</translation>
    </message>
    <message>
        <source>List (ours)</source>
        <translation>Liste (von uns)</translation>
    </message>
    <message>
        <source>Just these sentence steps</source>
        <translation>Genau diese Satzschritte</translation>
    </message>
    <message>
        <source>Anchor scale</source>
        <translation>Ankerfaktor</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>Sampling steps M</source>
        <translation>Abtastschritte M</translation>
    </message>
    <message>
        <source>How many sentence steps are executed, each one model call; the others are skipped</source>
        <translation>Wie viele Satzschritte ausgeführt werden, jeder ein Modellaufruf; die anderen werden übersprungen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The same seed gives the same starting noise and the same step noise; candidate c uses seed + c</source>
        <translation>Derselbe Seed gibt dasselbe Anfangsrauschen und dasselbe Schrittrauschen; Kandidat c nimmt Seed + c</translation>
    </message>
    <message>
        <source>Eta η</source>
        <translation>Eta η</translation>
    </message>
    <message>
        <source>1 is the paper&apos;s sampling (new noise in every step), 0 is deterministic (DDIM)</source>
        <translation>1 ist das Verfahren des Artikels (neues Rauschen in jedem Schritt), 0 ist deterministisch (DDIM)</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Clamp</translation>
    </message>
    <message>
        <source>nearest word</source>
        <translation>nächstes Wort</translation>
    </message>
    <message>
        <source>expected word</source>
        <translation>erwartetes Wort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Clamp from call</source>
        <translation>Clamp ab Aufruf</translation>
    </message>
    <message>
        <source>First model call whose prediction is clamped</source>
        <translation>Erster Modellaufruf, dessen Vorhersage durch Clamp geht</translation>
    </message>
    <message>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <source>How a token goes from one timestep to the next: ddim (with eta 1 the paper&apos;s) or dpm++2m (ours, for few steps: DPM-Solver++ of order 2 with a history for every token; it adds no noise, so eta is ignored)</source>
        <translation>Wie ein Token von einem Zeitschritt zum nächsten kommt: ddim (mit Eta 1 das des Artikels) oder dpm++2m (von uns, für wenige Schritte: DPM-Solver++ der Ordnung 2 mit einer Vorgeschichte für jedes Token; es gibt kein Rauschen hinzu, Eta zählt also nicht)</translation>
    </message>
    <message>
        <source>DDIM (the paper)</source>
        <translation>DDIM (der Artikel)</translation>
    </message>
    <message>
        <source>DPM-Solver++ (ours)</source>
        <translation>DPM-Solver++ (von uns)</translation>
    </message>
    <message>
        <source>Noise top-p</source>
        <translation>Top-p des Rauschens</translation>
    </message>
    <message>
        <source>Step noise is drawn again while its absolute value is above this (the reference&apos;s top_p); 0: off</source>
        <translation>Schrittrauschen wird neu gezogen, solange sein Betrag darüber liegt (top_p der Referenz); 0: aus</translation>
    </message>
    <message>
        <source>Stop when settled</source>
        <translation>Halt, wenn alles feststeht</translation>
    </message>
    <message>
        <source>Ours: stop when no word, PAD included, has changed in so many calls; the words are those of x0_hat then; 0: off</source>
        <translation>Von uns: anhalten, wenn sich in so vielen Aufrufen kein Wort, auch kein PAD, geändert hat; es gelten dann die Wörter von x0_hat; 0: aus</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Beam</source>
        <translation>Strahlbreite</translation>
    </message>
    <message>
        <source>Autoregressive models only: sentences kept at a time; 1 is greedy</source>
        <translation>Nur für autoregressive Modelle: wie viele Sätze jeweils behalten werden; 1 nimmt immer das beste Wort</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>anchor scale</source>
        <translation>Ankerfaktor</translation>
    </message>
    <message>
        <source>lag</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Blocklänge</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happened: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Nachbesserung</translation>
    </message>
    <message>
        <source>Ours: so many model calls more, behind the last: of two equal words side by side the one that the model is less sure of goes back to noise, all others stay; 0: off</source>
        <translation>Von uns: so viele Modellaufrufe mehr, nach dem letzten: Von zwei gleichen Wörtern nebeneinander wird das, dessen sich das Modell weniger sicher ist, wieder Rauschen, alle anderen bleiben; 0: aus</translation>
    </message>
    <message>
        <source>Candidates for a source, of which one is chosen</source>
        <translation>Kandidaten für eine Quelle, von denen einer gewählt wird</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>Gewählt nach</translation>
    </message>
    <message>
        <source>What one of several candidates is chosen by: how far it agrees with the others (minimum Bayes risk), how likely the model itself finds its words (ours), or both (ours). The last two take five model calls more for each candidate</source>
        <translation>Wonach einer von mehreren Kandidaten gewählt wird: wie weit er mit den anderen übereinstimmt (minimales Bayes-Risiko), für wie wahrscheinlich das Modell selbst seine Wörter hält (von uns), oder beidem (von uns). Die letzten zwei brauchen für jeden Kandidaten fünf Modellaufrufe mehr</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>likelihood (ours)</source>
        <translation>Likelihood (von uns)</translation>
    </message>
    <message>
        <source>both (ours)</source>
        <translation>beidem (von uns)</translation>
    </message>
    <message>
        <source>What a prediction becomes before the next step: the embedding of the nearest word (the paper&apos;s), the mean of all words, each as probable as it is (ours), that of a word drawn as probable as it is (ours), or nothing else. A model card says what suits its model</source>
        <translation>Was aus einer Vorhersage vor dem nächsten Schritt wird: das Embedding des nächsten Worts (so der Artikel), das Mittel aller Wörter, jedes so stark, wie es wahrscheinlich ist (von uns), das Embedding eines Worts, das so ausgelost wird, wie es wahrscheinlich ist (von uns), oder nichts weiter. Was zu einem Modell passt, steht in seiner Model Card</translation>
    </message>
    <message>
        <source>drawn word</source>
        <translation>ausgelostes Wort</translation>
    </message>
    <message>
        <source>Words of an autoregressive model are drawn instead of the likeliest taken; 1 draws them as probable as the model says, less is more careful; 0: off. Of other models with the clamp drawn, where 0 means 1</source>
        <translation>Wörter eines autoregressiven Modells werden ausgelost, statt immer das wahrscheinlichste zu nehmen; 1 lost so, wie das Modell die Wahrscheinlichkeiten angibt, weniger ist vorsichtiger; 0: aus. Die anderer Modelle nur mit dem Clamp „ausgelostes Wort“, bei dem 0 dasselbe ist wie 1</translation>
    </message>
    <message>
        <source>Where words are drawn: only from the likeliest that together have this probability</source>
        <translation>Wo Wörter ausgelost werden: nur unter den wahrscheinlichsten, die zusammen diese Wahrscheinlichkeit haben</translation>
    </message>
</context>
<context>
    <name>CoreSentences</name>
    <message>
        <source>Cannot read &apos;%1&apos;: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a folder, a file is needed</source>
        <translation>„%1“ ist ein Ordner, gebraucht wird eine Datei</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a device, a file is needed</source>
        <translation>„%1“ ist ein Gerät, gebraucht wird eine Datei</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is larger than the %2 bytes that are accepted here</source>
        <translation>„%1“ ist größer als die %2 Bytes, die hier angenommen werden</translation>
    </message>
    <message>
        <source>There is not enough memory to read &apos;%1&apos;</source>
        <translation>Der Speicher reicht nicht, um „%1“ zu lesen</translation>
    </message>
    <message>
        <source>%1 is not JSON: %2</source>
        <translation>%1 ist kein JSON: %2</translation>
    </message>
    <message>
        <source>%1 is not a JSON object: %2</source>
        <translation>%1 ist kein JSON-Objekt: %2</translation>
    </message>
    <message>
        <source>%1 is not a JSON object</source>
        <translation>%1 ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>line %1, column %2 cannot be read</source>
        <translation>Zeile %1, Spalte %2 ist nicht lesbar</translation>
    </message>
    <message>
        <source>The run file is damaged or incomplete</source>
        <translation>Die Datei des Laufs ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>This is not a run file of AR-Diffusion Explorer</source>
        <translation>Das ist keine Laufdatei von AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>The run file was written by a newer version of the program (format %1; this version reads format %2)</source>
        <translation>Die Datei des Laufs stammt von einer neueren Version des Programms (Format %1; diese Version liest Format %2)</translation>
    </message>
    <message>
        <source>There is not enough memory to open the run file</source>
        <translation>Der Speicher reicht nicht, um den Lauf zu öffnen</translation>
    </message>
    <message>
        <source>There is not enough memory to save the run</source>
        <translation>Der Speicher reicht nicht, um den Lauf zu sichern</translation>
    </message>
    <message>
        <source>%1 is not a model folder: it has no model.json</source>
        <translation>%1 ist kein Modellordner: Es fehlt model.json</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program</source>
        <translation>%1 stammt von einer neueren Version dieses Programms</translation>
    </message>
    <message>
        <source>%1 does not describe a model: &quot;format&quot; is missing or unknown</source>
        <translation>%1 beschreibt kein Modell: „format“ fehlt oder ist unbekannt</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3</source>
        <translation>%1 muss eine ganze Zahl von %2 bis %3 sein</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read as safetensors: %2</source>
        <translation>„%1“ kann nicht als safetensors gelesen werden: %2</translation>
    </message>
    <message>
        <source>the weight &quot;%1&quot; has the shape %2, but the model&apos;s configuration needs %3</source>
        <translation>das Gewicht „%1“ hat die Form %2, die Konfiguration des Modells verlangt %3</translation>
    </message>
    <message>
        <source>%1 has no vocabulary: import its checkpoint again with --vocab</source>
        <translation>%1 hat kein Vokabular: den Checkpoint mit --vocab neu importieren</translation>
    </message>
    <message>
        <source>no CUDA device can be used here: this LibTorch is built without CUDA or finds no GPU</source>
        <translation>hier ist kein CUDA-Gerät nutzbar: Diese LibTorch ist ohne CUDA gebaut oder findet keine GPU</translation>
    </message>
    <message>
        <source>reading the vocabulary</source>
        <translation>Vokabular wird gelesen</translation>
    </message>
    <message>
        <source>preparing the network</source>
        <translation>Netz wird vorbereitet</translation>
    </message>
    <message>
        <source>Loading the model was cancelled</source>
        <translation>Das Laden des Modells wurde abgebrochen</translation>
    </message>
    <message>
        <source>No model is loaded: load one before generating</source>
        <translation>Es ist kein Modell geladen: erst eines laden</translation>
    </message>
    <message>
        <source>%1 speaks protocol version %2, but this program speaks version %3: use window and engine of the same release</source>
        <translation>%1 spricht Protokollversion %2, dieses Programm aber Version %3: Fenster und Engine müssen von derselben Ausgabe sein</translation>
    </message>
    <message>
        <source>A message of %1 bytes was announced, more than the %2 that are allowed</source>
        <translation>Eine Nachricht von %1 Bytes war angekündigt, mehr als die erlaubten %2</translation>
    </message>
    <message>
        <source>The request was cancelled</source>
        <translation>Die Anfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>the request was cancelled</source>
        <translation>die Anfrage wurde abgebrochen</translation>
    </message>
    <message>
        <source>the source is empty: give the model some words to start from</source>
        <translation>die Quelle ist leer: Das Modell braucht einige Wörter</translation>
    </message>
    <message>
        <source>a beam is for autoregressive models: ask this one for candidates</source>
        <translation>einen Strahl gibt es nur bei autoregressiven Modellen: Dieses kann Kandidaten</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: it has no steps to show</source>
        <translation>dieses Modell schreibt Wort für Wort, ohne Diffusion: Es hat keine Schritte zu zeigen</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: use the timestep schedule autoregressive and %1 sampling steps</source>
        <translation>dieses Modell schreibt Wort für Wort, ohne Diffusion: Es braucht den Zeitschrittplan autoregressive und %1 Abtastschritte</translation>
    </message>
    <message>
        <source>all candidates of this model would be the same: give a temperature, or ask for one</source>
        <translation>alle Kandidaten dieses Modells wären gleich: Gib eine Temperatur an oder verlange nur einen</translation>
    </message>
    <message>
        <source>top-p leaves out words that could be drawn: give a temperature too</source>
        <translation>Top-p lässt Wörter weg, die ausgelost werden könnten: Gib auch eine Temperatur an</translation>
    </message>
    <message>
        <source>a beam looks for the likeliest words and a temperature draws them: give one of the two</source>
        <translation>ein Strahl sucht die wahrscheinlichsten Wörter und eine Temperatur lost sie aus: Gib nur eines von beiden an</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one word of this model&apos;s vocabulary, but these pieces: %2; give each position one piece</source>
        <translation>„%1“ ist im Vokabular dieses Modells nicht ein Wort, sondern diese Teile: %2; jede Position bekommt einen Teil</translation>
    </message>
    <message>
        <source>The anchor scale must be above 0 and at most 1000000; the paper uses 2</source>
        <translation>Der Ankerfaktor muss über 0 und höchstens 1000000 sein; der Artikel nimmt 2</translation>
    </message>
    <message>
        <source>The anchor at position %1 is not to the right of the last position %2: use an anchor scale of at least 1 (the paper uses 2)</source>
        <translation>Der Anker an Position %1 steht nicht rechts von der letzten Position %2: Der Ankerfaktor muss mindestens 1 sein (der Artikel nimmt 2)</translation>
    </message>
    <message>
        <source>The block must hold from 1 to all %1 positions, not %2</source>
        <translation>Ein Block hat 1 bis alle %1 Positionen, nicht %2</translation>
    </message>
    <message>
        <source>The lag must be from 0 (uniform) to the number of diffusion steps %1 (autoregressive), not %2</source>
        <translation>Der Versatz liegt zwischen 0 (gleichmäßig) und der Zahl der Diffusionsschritte %1 (autoregressiv), nicht bei %2</translation>
    </message>
    <message>
        <source>The model has no learned timestep schedule: choose another, or train with draw.learned</source>
        <translation>Das Modell hat keinen gelernten Zeitschrittplan: einen anderen wählen oder mit draw.learned trainieren</translation>
    </message>
    <message>
        <source>There are %1 sentence steps: take at most as many sampling steps, not %2</source>
        <translation>Es gibt %1 Satzschritte: höchstens so viele Abtastschritte nehmen, nicht %2</translation>
    </message>
    <message>
        <source>The number of sampling steps must be at least 1, not %1</source>
        <translation>Es muss mindestens 1 Abtastschritt sein, nicht %1</translation>
    </message>
    <message>
        <source>%1 sampling steps at length %2 are too many to keep: lower the sampling steps or the length</source>
        <translation>%1 Abtastschritte bei Länge %2 sind zu viele zum Aufheben: weniger Abtastschritte oder eine kleinere Länge nehmen</translation>
    </message>
    <message>
        <source>The ruler tail=%1 needs more than %2 sampling steps and a tail of at least 1; there are %3</source>
        <translation>Das Lineal tail=%1 braucht mehr als %2 Abtastschritte und ein Endstück von mindestens 1; es sind %3</translation>
    </message>
    <message>
        <source>The ruler tail=%1 spends more calls on the last %2 sentence steps than there are steps between them: use at most %3</source>
        <translation>Das Lineal tail=%1 verwendet auf die letzten %2 Satzschritte mehr Aufrufe, als Schritte dazwischen liegen: höchstens %3 nehmen</translation>
    </message>
    <message>
        <source>The ruler tail=%1 leaves %2 calls for %3 sentence steps: use fewer sampling steps or a longer tail</source>
        <translation>Das Lineal tail=%1 lässt %2 Aufrufe für %3 Satzschritte: weniger Abtastschritte oder ein längeres Endstück nehmen</translation>
    </message>
    <message>
        <source>The ruler&apos;s list has sentence step %1, but they run from %2 to 0</source>
        <translation>In der Liste des Lineals steht Satzschritt %1, sie gehen aber von %2 bis 0</translation>
    </message>
    <message>
        <source>The ruler&apos;s list must fall, but %1 follows %2</source>
        <translation>Die Liste des Lineals muss fallen, aber %1 folgt auf %2</translation>
    </message>
    <message>
        <source>The ruler&apos;s list makes %1 model calls, not %2: leave the sampling steps out or change the list</source>
        <translation>Die Liste des Lineals ergibt %1 Modellaufrufe, nicht %2: die Abtastschritte weglassen oder die Liste ändern</translation>
    </message>
    <message>
        <source>The ruler&apos;s list has &apos;%1&apos; where a sentence step should be, such as in list=1999,1500,1000,0</source>
        <translation>In der Liste des Lineals steht „%1“, wo ein Satzschritt stehen muss, wie in list=1999,1500,1000,0</translation>
    </message>
    <message>
        <source>Line %1 of the table has &apos;%2&apos; where a whole number should be</source>
        <translation>In Zeile %1 der Tabelle steht „%2“, wo eine ganze Zahl stehen muss</translation>
    </message>
    <message>
        <source>The table of the timestep schedule has no rows</source>
        <translation>Die Tabelle des Zeitschrittplans hat keine Zeilen</translation>
    </message>
    <message>
        <source>A custom timestep schedule needs a table: a row for each sentence step, in the order in which they are run, with one timestep a position</source>
        <translation>Ein eigener Zeitschrittplan braucht eine Tabelle: eine Zeile für jeden Satzschritt, in der Reihenfolge der Ausführung, mit einem Zeitschritt je Position</translation>
    </message>
    <message>
        <source>The board file is damaged or incomplete</source>
        <translation>Die Datei der Spuren ist beschädigt oder unvollständig</translation>
    </message>
    <message>
        <source>This is not a board file of AR-Diffusion Explorer</source>
        <translation>Das ist keine Datei mit Spuren von AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>The board file was written by a newer version of the program (format %1; this version reads format %2)</source>
        <translation>Die Datei der Spuren stammt von einer neueren Version des Programms (Format %1; diese Version liest Format %2)</translation>
    </message>
    <message>
        <source>There is not enough memory to open the board file</source>
        <translation>Der Speicher reicht nicht, um die Datei der Spuren zu öffnen</translation>
    </message>
    <message>
        <source>There is not enough memory to save the board</source>
        <translation>Der Speicher reicht nicht, um die Spuren zu sichern</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: there is no noise for a repair to go back to</source>
        <translation>Dieses Modell schreibt Wort für Wort, ohne Diffusion: Es gibt kein Rauschen, zu dem eine Nachbesserung zurückgehen könnte</translation>
    </message>
    <message>
        <source>a repair follows a run&apos;s last call, and a run that stops when it has settled has none: give one of the two</source>
        <translation>Eine Nachbesserung folgt auf den letzten Aufruf eines Laufs, und ein Lauf, der endet, sobald nichts mehr wechselt, hat keinen: Geben Sie eines von beiden an</translation>
    </message>
    <message>
        <source>model call %1 is one of the repair: only the calls before it can be looked into</source>
        <translation>Modellaufruf %1 gehört zur Nachbesserung: Nur in die Aufrufe davor kann man hineinsehen</translation>
    </message>
    <message>
        <source>this model writes word by word, without diffusion: its candidates are chosen by agreement only</source>
        <translation>Dieses Modell schreibt Wort für Wort, ohne Diffusion: Seine Kandidaten werden nur nach Übereinstimmung gewählt</translation>
    </message>
    <message>
        <source>a temperature and top-p are for words that are drawn: give the clamp drawn too, or another seed</source>
        <translation>Temperatur und Top-p sind für Wörter, die ausgelost werden: Wähle auch den Clamp „ausgelostes Wort“, oder einen anderen Seed</translation>
    </message>
</context>
<context>
    <name>CurveChart</name>
    <message>
        <source>model call</source>
        <translation>Modellaufruf</translation>
    </message>
</context>
<context>
    <name>DifferenceGrid</name>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>DockLayout</name>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Inside the call</source>
        <translation>Im Aufruf</translation>
    </message>
    <message>
        <source>Settling order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Words side by side</source>
        <translation>Wörter nebeneinander</translation>
    </message>
    <message>
        <source>Difference grid</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>In den Sprung</translation>
    </message>
    <message>
        <source>Curves of the token</source>
        <translation>Kurven des Tokens</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Candidates and risk</source>
        <translation>Kandidaten und Risiko</translation>
    </message>
    <message>
        <source>Word traces</source>
        <translation>Wortspuren</translation>
    </message>
    <message>
        <source>Settle map</source>
        <translation>Karte des Setzens</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>Wortkarte</translation>
    </message>
</context>
<context>
    <name>Explorer</name>
    <message>
        <source>Shows how AR-Diffusion writes a sentence.</source>
        <translation>Zeigt, wie AR-Diffusion einen Satz schreibt.</translation>
    </message>
    <message>
        <source>Model folder, or the name of a bundled model.</source>
        <translation>Modellordner oder der Name eines mitgelieferten Modells.</translation>
    </message>
    <message>
        <source>What the model is given.</source>
        <translation>Was das Modell bekommt.</translation>
    </message>
    <message>
        <source>Run as soon as the engine is ready.</source>
        <translation>Loslaufen, sobald die Engine bereit ist.</translation>
    </message>
    <message>
        <source>Save the window as a picture when the run, or the opened file, is shown.</source>
        <translation>Das Fenster als Bild sichern, wenn der Lauf oder die geöffnete Datei gezeigt wird.</translation>
    </message>
    <message>
        <source>Quit when everything that was asked for is done.</source>
        <translation>Beenden, wenn alles Verlangte erledigt ist.</translation>
    </message>
    <message>
        <source>Command of the engine, e.g. &quot;ssh gpu-box ardiff serve&quot;.</source>
        <translation>Befehl der Engine, z. B. &quot;ssh gpu-box ardiff serve&quot;.</translation>
    </message>
    <message>
        <source>light, dark or system.</source>
        <translation>light, dark oder system.</translation>
    </message>
    <message>
        <source>Size of everything, 0.75 to 2.5.</source>
        <translation>Größe von allem, 0.75 bis 2.5.</translation>
    </message>
    <message>
        <source>Seconds to wait with --screenshot or --quit (120).</source>
        <translation>Sekunden, die mit --screenshot oder --quit gewartet wird (120).</translation>
    </message>
    <message>
        <source>A recorded run, as with --open.</source>
        <translation>Ein aufgezeichneter Lauf, wie mit --open.</translation>
    </message>
    <message>
        <source>One recorded run can be opened at the start</source>
        <translation>Beim Start kann ein aufgezeichneter Lauf geöffnet werden</translation>
    </message>
    <message>
        <source>--theme is light, dark or system, not %1</source>
        <translation>--theme ist light, dark oder system, nicht %1</translation>
    </message>
    <message>
        <source>--scale is a number from 0.75 to 2.5, not %1</source>
        <translation>--scale ist eine Zahl von 0.75 bis 2.5, nicht %1</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds from 1 to 86400, not %1</source>
        <translation>--timeout ist eine Zahl von Sekunden von 1 bis 86400, nicht %1</translation>
    </message>
    <message>
        <source>There is no display to open a window on</source>
        <translation>Es gibt keinen Bildschirm für ein Fenster</translation>
    </message>
    <message>
        <source>en, de or zh_CN; without it as the settings say.</source>
        <translation>Sprache: en, de oder zh_CN; ohne Angabe wie in den Einstellungen.</translation>
    </message>
    <message>
        <source>--language is en, de or zh_CN, not %1</source>
        <translation>--language ist en, de oder zh_CN, nicht %1</translation>
    </message>
    <message>
        <source>Lanes of these timestep schedules, same source and seed: uniform,autoregressive,ar-diffusion:1,lagged:50, block:4,custom:FILE.</source>
        <translation>Spuren mit diesen Zeitschrittplänen, gleiche Quelle und gleicher Seed: uniform,autoregressive,ar-diffusion:1,lagged:50, block:4,custom:FILE.</translation>
    </message>
    <message>
        <source>--layout is one of %1, not %2</source>
        <translation>--layout ist eines von %1, nicht %2</translation>
    </message>
    <message>
        <source>Write what is shown to a file, of the kind that its suffix says: png, svg, pdf, gif, html, csv or json; more files may follow. Then quit.</source>
        <translation>Schreibt das Gezeigte in eine Datei, von der Art, die ihre Endung sagt: png, svg, pdf, gif, html, csv oder json; weitere Dateien können folgen. Beendet sich dann.</translation>
    </message>
    <message>
        <source>Open a recorded run or a board.</source>
        <translation>Einen aufgezeichneten Lauf oder Spuren öffnen.</translation>
    </message>
    <message>
        <source>standard, lecture, compare, student or research.</source>
        <translation>standard, lecture, compare, student oder research.</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>%1 exists already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Model folder on the machine of the engine:</source>
        <translation>Modellordner auf dem Rechner der Engine:</translation>
    </message>
</context>
<context>
    <name>KeyNote</name>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
</context>
<context>
    <name>LaneFacts</name>
    <message>
        <source>%1 and %2: no words yet</source>
        <translation>%1 und %2: noch keine Wörter</translation>
    </message>
    <message>
        <source>%1 of %2 positions have the same word</source>
        <translation>%1 von %2 Positionen haben dasselbe Wort</translation>
    </message>
    <message>
        <source>%1 and %2 have not parted so far · %3</source>
        <translation>%1 und %2 haben sich bisher nicht getrennt · %3</translation>
    </message>
    <message>
        <source>%1 and %2 part at model call %3, position %4 · %5</source>
        <translation>%1 und %2 trennen sich bei Modellaufruf %3, Position %4 · %5</translation>
    </message>
    <message>
        <source>Compare timestep schedules%1 and run them: what they do differently is shown here.</source>
        <translation>Zeitschrittpläne vergleichen%1 und laufen lassen: Was sie anders machen, steht dann hier.</translation>
    </message>
</context>
<context>
    <name>LaneNames</name>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>Eta %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>other noise: seed %1, %2 has %3</source>
        <translation>anderes Rauschen: Seed %1, %2 hat %3</translation>
    </message>
    <message>
        <source>other noise: another model than %1</source>
        <translation>anderes Rauschen: ein anderes Modell als %1</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>computed here</source>
        <translation>hier berechnet</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>off its training</source>
        <translation>nicht wie im Training</translation>
    </message>
    <message>
        <source>as in its training</source>
        <translation>wie im Training</translation>
    </message>
    <message>
        <source>other noise than %1</source>
        <translation>anderes Rauschen als %1</translation>
    </message>
    <message>
        <source>same noise</source>
        <translation>gleiches Rauschen</translation>
    </message>
    <message>
        <source>noise of its own</source>
        <translation>eigenes Rauschen</translation>
    </message>
    <message>
        <source>other noise: embedding width %1, %2 has %3</source>
        <translation>anderes Rauschen: Einbettungsbreite %1, %2 hat %3</translation>
    </message>
    <message>
        <source>same noise in the first %1 positions: N %2, %3 has %4</source>
        <translation>dasselbe Rauschen in den ersten %1 Positionen: N %2, %3 hat %4</translation>
    </message>
    <message>
        <source>other noise: N %1, %2 has %3</source>
        <translation>anderes Rauschen: N %1, %2 hat %3</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch nicht gelaufen</translation>
    </message>
</context>
<context>
    <name>LaneSets</name>
    <message>
        <source>A comparison has 1 to %1 timestep schedules, not %2</source>
        <translation>Ein Vergleich hat 1 bis %1 Zeitschrittpläne, nicht %2</translation>
    </message>
</context>
<context>
    <name>LengthText</name>
    <message>
        <source>1 position</source>
        <translation>1 Position</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 Positionen</translation>
    </message>
    <message>
        <source>length head: %1</source>
        <comment>12 positions</comment>
        <translation>Längenkopf: %1</translation>
    </message>
    <message>
        <source>length head: %1, %2</source>
        <comment>12 positions, 61 %</comment>
        <translation>Längenkopf: %1, %2</translation>
    </message>
    <message>
        <source>length head: %1, %2; next %3, %4</source>
        <comment>12 positions, 61 %; another length, its percents</comment>
        <translation>Längenkopf: %1, %2; dann %3, %4</translation>
    </message>
    <message>
        <source>Before the first model call the length head, a small part of the model, read the source and gave every length a probability.</source>
        <translation>Vor dem ersten Modellaufruf las der Längenkopf, ein kleiner Teil des Modells, die Quelle und gab jeder Länge eine Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>The run takes the most probable one and keeps it: model calls change words, never their number.</source>
        <translation>Der Lauf nimmt die wahrscheinlichste und behält sie: Modellaufrufe ändern Wörter, nie ihre Zahl.</translation>
    </message>
    <message>
        <source>Further candidates have lengths of their own, spread over what the head finds probable; that is ours, not the paper&apos;s.</source>
        <translation>Weitere Kandidaten haben eigene Längen, verteilt über das, was der Kopf für wahrscheinlich hält; das ist von uns, nicht aus dem Artikel.</translation>
    </message>
    <message>
        <source>%1, as in the run that it goes on from</source>
        <comment>12 positions</comment>
        <translation>%1, wie im Lauf, von dem er ausgeht</translation>
    </message>
    <message>
        <source>%1, as asked for</source>
        <comment>12 positions</comment>
        <translation>%1, wie verlangt</translation>
    </message>
    <message>
        <source>%1, as in all sentences of this model</source>
        <comment>12 positions</comment>
        <translation>%1, wie in allen Sätzen dieses Modells</translation>
    </message>
    <message>
        <source>It stays so to the end: model calls change words, never their number.</source>
        <translation>Dabei bleibt es bis zum Ende: Modellaufrufe ändern Wörter, nie ihre Zahl.</translation>
    </message>
    <message>
        <source>This number of positions was asked for.</source>
        <translation>Diese Zahl von Positionen wurde verlangt.</translation>
    </message>
    <message>
        <source>This model has no length head: every sentence has the number of positions that it was trained with, and a shorter one ends in PAD, a word that the model writes itself.</source>
        <translation>Dieses Modell hat keinen Längenkopf: Jeder Satz hat so viele Positionen wie im Training, und ein kürzerer endet mit PAD, einem Wort, das das Modell selbst schreibt.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>E&amp;xample runs</source>
        <translation>Beis&amp;pielläufe</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Playback</source>
        <translation>&amp;Film</translation>
    </message>
    <message>
        <source>&amp;Markers</source>
        <translation>Mar&amp;ken</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>&amp;Größe von allem</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fen&amp;ster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About AR-Diffusion Explorer</source>
        <translation>Über AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;Shows how AR-Diffusion (Wu et al., NeurIPS 2023, arXiv 2305.09515) writes a sentence.&lt;/p&gt;&lt;p&gt;Two facts that pictures of it often hide: with the published skipping no token is at timestep 0 before the last jump, so whether left words come first is seen in the words, not in the timesteps; and attention is bidirectional, so influence from left to right is learned, not masked.&lt;/p&gt;&lt;p&gt;Free software, GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;AR-Diffusion Explorer %1&lt;/h3&gt;&lt;p&gt;Zeigt, wie AR-Diffusion (Wu et al., NeurIPS 2023, arXiv 2305.09515) einen Satz schreibt.&lt;/p&gt;&lt;p&gt;Zwei Tatsachen, die Bilder davon oft verbergen: Mit dem veröffentlichten Überspringen ist vor dem letzten Sprung kein Token bei Zeitschritt 0; ob linke Wörter zuerst kommen, sieht man also an den Wörtern, nicht an den Zeitschritten. Und die Attention sieht in beide Richtungen; der Einfluss von links nach rechts ist gelernt, nicht durch eine Maske erzwungen.&lt;/p&gt;&lt;p&gt;Freie Software, GPL-3.0-or-later.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>Sp&amp;uren</translation>
    </message>
    <message>
        <source>What &amp;if</source>
        <translation>Was wäre, &amp;wenn</translation>
    </message>
</context>
<context>
    <name>PageOfBoard</name>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
</context>
<context>
    <name>PlaneFacts</name>
    <message>
        <source>sentence steps %1 to 0 in jumps of %2</source>
        <translation>Satzschritte %1 bis 0 in Sprüngen von %2</translation>
    </message>
    <message>
        <source>sentence steps %1 to 0 in jumps of different lengths</source>
        <translation>Satzschritte %1 bis 0 in verschieden langen Sprüngen</translation>
    </message>
    <message>
        <source>model calls: %1</source>
        <translation>Modellaufrufe: %1</translation>
    </message>
    <message>
        <source>last jump %1</source>
        <translation>letzter Sprung %1</translation>
    </message>
    <message>
        <source>model call %1 of %2</source>
        <translation>Modellaufruf %1 von %2</translation>
    </message>
    <message>
        <source>sentence step %1 of %2</source>
        <translation>Satzschritt %1 von %2</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>next jump to %1</source>
        <translation>nächster Sprung auf %1</translation>
    </message>
    <message>
        <source>repair (ours): doubtful words anew</source>
        <translation>Nachbesserung (von uns): zweifelhafte Wörter neu</translation>
    </message>
    <message>
        <source>repair next</source>
        <translation>dann Nachbesserung</translation>
    </message>
</context>
<context>
    <name>PlayerOfBoard</name>
    <message>
        <source>%1 in %2 lanes</source>
        <translation>%1 in %2 Spuren</translation>
    </message>
    <message>
        <source>How %1 wrote a sentence</source>
        <translation>Wie %1 einen Satz schrieb</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Einen Schritt zurück</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>Einen Schritt weiter</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Noise: no words yet</source>
        <translation>Rauschen: noch keine Wörter</translation>
    </message>
    <message>
        <source>%1: plane of positions by timesteps at step %2 of %3</source>
        <translation>%1: Ebene aus Positionen und Zeitschritten bei Schritt %2 von %3</translation>
    </message>
    <message>
        <source>step %1 of %2, %3 of %4 words settled</source>
        <translation>Schritt %1 von %2, %3 von %4 Wörtern stehen fest</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>position %1, model call %2: %3, %4 %</source>
        <translation>Position %1, Modellaufruf %2: %3, %4 %</translation>
    </message>
    <message>
        <source>Space plays, the arrow keys and Page Up and Page Down step, Home and End jump, B swaps A and B. Colour: probability of the word, from dark (0) to bright (1). Bold: settled, as far as one can know at that step.</source>
        <translation>Die Leertaste spielt ab, Pfeiltasten, Bild auf und Bild ab gehen Schritte, Pos1 und Ende springen, B tauscht A und B. Farbe: Wahrscheinlichkeit des Wortes, von dunkel (0) bis hell (1). Fett: steht fest, soweit man es bei diesem Schritt wissen kann.</translation>
    </message>
    <message>
        <source>model call</source>
        <translation>Modellaufruf</translation>
    </message>
    <message>
        <source>sentence step</source>
        <translation>Satzschritt</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>%1 of %2 model calls are in this page.</source>
        <translation>%1 von %2 Modellaufrufen sind in dieser Seite.</translation>
    </message>
    <message>
        <source>All steps as a table</source>
        <translation>Alle Schritte als Tabelle</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>Probability of the word</source>
        <translation>Wahrscheinlichkeit des Worts</translation>
    </message>
    <message>
        <source>Entropy of the prediction (nats)</source>
        <translation>Entropie der Vorhersage (nat)</translation>
    </message>
    <message>
        <source>Noise level t/T</source>
        <translation>Rauschen t/T</translation>
    </message>
</context>
<context>
    <name>RecoveryOffer</name>
    <message>
        <source>Unsaved runs</source>
        <translation>Ungesicherte Läufe</translation>
    </message>
    <message>
        <source>The program did not end as it should last time. Runs that were not saved: %1</source>
        <translation>Das Programm ist beim letzten Mal nicht ordentlich beendet worden. Läufe, die nicht gesichert waren: %1</translation>
    </message>
    <message>
        <source>They can come back into the list of runs. This is asked once: “Not now” leaves their files in %1.</source>
        <translation>Sie können in die Liste der Läufe zurückkommen. Das wird einmal gefragt: „Nicht jetzt“ lässt ihre Dateien in %1.</translation>
    </message>
    <message>
        <source>&amp;Bring them back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>RunNames</name>
    <message>
        <source>clamp: expected word</source>
        <translation>Clamp: erwartetes Wort</translation>
    </message>
    <message>
        <source>no clamp</source>
        <translation>kein Clamp</translation>
    </message>
    <message>
        <source>clamp: nearest word</source>
        <translation>Clamp: nächstes Wort</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>Eta %1</translation>
    </message>
    <message>
        <source>DPM-Solver++</source>
        <translation>DPM-Solver++</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>ruler %1</source>
        <translation>Lineal %1</translation>
    </message>
    <message>
        <source>recorded: %1</source>
        <translation>aufgezeichnet: %1</translation>
    </message>
    <message>
        <source>running now</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>computed here</source>
        <translation>hier gerechnet</translation>
    </message>
    <message>
        <source>%1 candidates</source>
        <translation>%1 Kandidaten</translation>
    </message>
    <message>
        <source>%1, anchor (%2N, T−1)</source>
        <translation>%1, Anker (%2N, T−1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>timestep schedule: its file</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>position %1 pinned to “%2”</source>
        <translation>Position %1 auf „%2“ festgehalten</translation>
    </message>
    <message>
        <source>position %1 replaced by “%2”</source>
        <translation>Position %1 durch „%2“ ersetzt</translation>
    </message>
    <message>
        <source>position %1 noise again</source>
        <translation>Position %1 wieder Rauschen</translation>
    </message>
    <message>
        <source>M of the rest %1</source>
        <translation>M des Rests %1</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>nichts geändert</translation>
    </message>
    <message>
        <source>branch of #%1 after model call %2: %3</source>
        <translation>Zweig von #%1 nach Modellaufruf %2: %3</translation>
    </message>
    <message>
        <source>branch after model call %1: %2</source>
        <translation>Zweig nach Modellaufruf %1: %2</translation>
    </message>
    <message>
        <source>clamp: drawn word</source>
        <translation>Clamp: ausgelostes Wort</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>Top-p %1</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>The folder has no run of this cell: ardiff compare --runs keeps them</source>
        <translation>Der Ordner hat keinen Lauf dieser Zelle: ardiff compare --runs hebt sie auf</translation>
    </message>
    <message>
        <source>This cell has no run yet</source>
        <translation>Diese Zelle hat noch keinen Lauf</translation>
    </message>
    <message>
        <source>There are %1 lanes already</source>
        <translation>Es gibt schon %1 Spuren</translation>
    </message>
</context>
<context>
    <name>SettleChart</name>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
</context>
<context>
    <name>SheetFolder</name>
    <message>
        <source>There is no cell of a comparison in &apos;%1&apos;</source>
        <translation>In „%1“ ist keine Zelle eines Vergleichs</translation>
    </message>
    <message>
        <source>The run has M %1 and seed %2, not what its name says</source>
        <translation>Der Lauf hat M %1 und Seed %2, nicht was sein Name sagt</translation>
    </message>
    <message>
        <source>The run was not finished</source>
        <translation>Der Lauf ist nicht fertig geworden</translation>
    </message>
</context>
<context>
    <name>TokenFacts</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>model call %1 so far</source>
        <translation>bisher Modellaufruf %1</translation>
    </message>
    <message>
        <source>model call %1</source>
        <translation>Modellaufruf %1</translation>
    </message>
    <message>
        <source>%1 nats</source>
        <translation>%1 nat</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
</context>
<context>
    <name>WhatIfMenu</name>
    <message>
        <source>&amp;Pin “%1” here</source>
        <translation>„%1“ ab hier &amp;festhalten</translation>
    </message>
    <message>
        <source>&amp;Pin the word</source>
        <translation>Wort &amp;festhalten</translation>
    </message>
    <message>
        <source>Make it &amp;noise again</source>
        <translation>Wieder zu &amp;Rauschen machen</translation>
    </message>
    <message>
        <source>&amp;Seed %1 from here</source>
        <translation>&amp;Seed %1 ab hier</translation>
    </message>
    <message>
        <source>What if, after model call %1: %2 calls run anew</source>
        <translation>Was wäre, wenn, nach Modellaufruf %1: %2 Aufrufe laufen neu</translation>
    </message>
    <message>
        <source>&amp;Replace the word...</source>
        <translation>Wort &amp;ersetzen …</translation>
    </message>
    <message>
        <source>Another &amp;timestep schedule from here</source>
        <translation>Ab hier anderer Zeitschritt&amp;plan</translation>
    </message>
    <message>
        <source>In a further &amp;lane</source>
        <translation>In einer &amp;weiteren Spur</translation>
    </message>
    <message>
        <source>&amp;Branch from here...</source>
        <translation>Ab hier ver&amp;zweigen …</translation>
    </message>
</context>
<context>
    <name>ard::ui::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <source>Back to the plan of the next run; the runs so far stay in the list</source>
        <translation>Zurück zum Plan des nächsten Laufs; die bisherigen Läufe bleiben in der Liste</translation>
    </message>
    <message>
        <source>Open a &amp;model folder...</source>
        <translation>&amp;Modellordner öffnen …</translation>
    </message>
    <message>
        <source>Load a model from a folder of yours</source>
        <translation>Ein Modell aus einem eigenen Ordner laden</translation>
    </message>
    <message>
        <source>&amp;Save run</source>
        <translation>Lauf &amp;sichern</translation>
    </message>
    <message>
        <source>Save the run on screen</source>
        <translation>Den gezeigten Lauf sichern</translation>
    </message>
    <message>
        <source>Save run &amp;as...</source>
        <translation>Lauf sichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the run on screen under another name</source>
        <translation>Den gezeigten Lauf unter anderem Namen sichern</translation>
    </message>
    <message>
        <source>&amp;Find a word...</source>
        <translation>Wort s&amp;uchen …</translation>
    </message>
    <message>
        <source>Where a word comes up, in all steps of all lanes</source>
        <translation>Wo ein Wort auftaucht, in allen Schritten aller Spuren</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>W&amp;eitersuchen</translation>
    </message>
    <message>
        <source>The next place where the word comes up</source>
        <translation>Die nächste Stelle, an der das Wort auftaucht</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>The place before this one where the word comes up</source>
        <translation>Die Stelle davor, an der das Wort auftaucht</translation>
    </message>
    <message>
        <source>Export the &amp;window as a picture...</source>
        <translation>Fens&amp;ter als Bild sichern …</translation>
    </message>
    <message>
        <source>Save the whole window as PNG</source>
        <translation>Das ganze Fenster als PNG sichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>Sta&amp;rten</translation>
    </message>
    <message>
        <source>Denoise the source with this seed</source>
        <translation>Die Quelle mit diesem Seed entrauschen</translation>
    </message>
    <message>
        <source>Run with a &amp;new seed</source>
        <translation>Mit &amp;neuem Seed starten</translation>
    </message>
    <message>
        <source>Denoise the source with another seed</source>
        <translation>Die Quelle mit einem anderen Seed entrauschen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Stop the run; what was computed stays</source>
        <translation>Den Lauf anhalten; was berechnet wurde, bleibt</translation>
    </message>
    <message>
        <source>R&amp;estart the engine</source>
        <translation>&amp;Engine neu starten</translation>
    </message>
    <message>
        <source>End the engine and start it anew</source>
        <translation>Die Engine beenden und neu starten</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Play or pause the film of the run</source>
        <translation>Den Film des Laufs abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>Schritt &amp;vor</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>Einen Schritt vor</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>One step back; nothing is computed again</source>
        <translation>Einen Schritt zurück; nichts wird neu berechnet</translation>
    </message>
    <message>
        <source>Ten steps forward</source>
        <translation>Zehn Schritte vor</translation>
    </message>
    <message>
        <source>Ten steps back</source>
        <translation>Zehn Schritte zurück</translation>
    </message>
    <message>
        <source>F&amp;irst step</source>
        <translation>&amp;Erster Schritt</translation>
    </message>
    <message>
        <source>The starting noise</source>
        <translation>Das Anfangsrauschen</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>&amp;Letzter Schritt</translation>
    </message>
    <message>
        <source>The newest step; follows a run that is under way</source>
        <translation>Der neueste Schritt; folgt einem laufenden Lauf</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>Langsa&amp;mer</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>Halb so schnell</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>S&amp;chneller</translation>
    </message>
    <message>
        <source>Twice as fast</source>
        <translation>Doppelt so schnell</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>&amp;Normales Tempo</translation>
    </message>
    <message>
        <source>L&amp;oop</source>
        <translation>&amp;Schleife</translation>
    </message>
    <message>
        <source>Begin again at the end</source>
        <translation>Am Ende von vorn beginnen</translation>
    </message>
    <message>
        <source>Next &amp;change</source>
        <translation>Nächste &amp;Änderung</translation>
    </message>
    <message>
        <source>To the next step in which a word becomes another or settles</source>
        <translation>Zum nächsten Schritt, in dem ein Wort ein anderes wird oder gesetzt wird</translation>
    </message>
    <message>
        <source>Last c&amp;hange</source>
        <translation>Vorige Än&amp;derung</translation>
    </message>
    <message>
        <source>Back to the last step in which a word became another or settled</source>
        <translation>Zurück zum vorigen Schritt, in dem ein Wort ein anderes wurde oder gesetzt wurde</translation>
    </message>
    <message>
        <source>Set marker %1</source>
        <translation>Marke %1 setzen</translation>
    </message>
    <message>
        <source>Marker %1 here, or away from here</source>
        <translation>Marke %1 hierher, oder hier weg</translation>
    </message>
    <message>
        <source>Go to marker &amp;%1</source>
        <translation>Zu Marke &amp;%1</translation>
    </message>
    <message>
        <source>To the place of marker %1</source>
        <translation>Zur Stelle von Marke %1</translation>
    </message>
    <message>
        <source>&amp;Plane</source>
        <translation>E&amp;bene</translation>
    </message>
    <message>
        <source>Position by timestep</source>
        <translation>Position mal Zeitschritt</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Executed steps by position, with words</source>
        <translation>Ausgeführte Schritte mal Position, mit Wörtern</translation>
    </message>
    <message>
        <source>&amp;Both</source>
        <translation>Bei&amp;de</translation>
    </message>
    <message>
        <source>Plane and table side by side</source>
        <translation>Ebene und Tabelle nebeneinander</translation>
    </message>
    <message>
        <source>Colour: &amp;noise level</source>
        <translation>Farbe: &amp;Rauschen</translation>
    </message>
    <message>
        <source>Colour cells by the noise level</source>
        <translation>Zellen nach dem Rauschen färben</translation>
    </message>
    <message>
        <source>Colour cells by the probability of the word</source>
        <translation>Zellen nach der Wahrscheinlichkeit des Worts färben</translation>
    </message>
    <message>
        <source>Colour: &amp;entropy</source>
        <translation>Farbe: &amp;Entropie</translation>
    </message>
    <message>
        <source>Colour cells by the entropy of the prediction</source>
        <translation>Zellen nach der Entropie der Vorhersage färben</translation>
    </message>
    <message>
        <source>Tail &amp;zoom</source>
        <translation>E&amp;nde dehnen</translation>
    </message>
    <message>
        <source>Stretch small timesteps, where words settle in the last jumps</source>
        <translation>Kleine Zeitschritte dehnen: dort setzen sich Wörter in den letzten Sprüngen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>Fo&amp;lgen</translation>
    </message>
    <message>
        <source>The table scrolls with the film</source>
        <translation>Die Tabelle rollt mit dem Film</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>Everything larger, for the back row</source>
        <translation>Alles größer, für die letzte Reihe</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>Alles kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Lecture mode</source>
        <translation>V&amp;orlesung</translation>
    </message>
    <message>
        <source>Plane and words alone, half as large again, for the projector</source>
        <translation>Nur Ebene und Wörter, anderthalbmal so groß, für den Beamer</translation>
    </message>
    <message>
        <source>Left panels</source>
        <translation>Linke Tafeln</translation>
    </message>
    <message>
        <source>Show or hide the panels on the left</source>
        <translation>Die Tafeln links zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Right panels</source>
        <translation>Rechte Tafeln</translation>
    </message>
    <message>
        <source>Show or hide the panels on the right</source>
        <translation>Die Tafeln rechts zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All panels where they were at the first start</source>
        <translation>Alle Tafeln wie beim ersten Start</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächste Tafel</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>Die Tastatur zur nächsten Tafel bringen</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Vorige Tafel</translation>
    </message>
    <message>
        <source>Move the keyboard to the previous panel</source>
        <translation>Die Tastatur zur vorigen Tafel bringen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys in one list</source>
        <translation>Alle Tasten in einer Liste</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Save a&amp;ll runs...</source>
        <translation>A&amp;lle Läufe sichern …</translation>
    </message>
    <message>
        <source>Save every run that no file holds, in one folder</source>
        <translation>Jeden Lauf, den keine Datei enthält, in einem Ordner sichern</translation>
    </message>
    <message>
        <source>Re&amp;name the run</source>
        <translation>Lauf um&amp;benennen</translation>
    </message>
    <message>
        <source>Give the run a name of your own</source>
        <translation>Dem Lauf einen eigenen Namen geben</translation>
    </message>
    <message>
        <source>Take the run out of the list; a file of it stays</source>
        <translation>Den Lauf aus der Liste nehmen; eine Datei von ihm bleibt</translation>
    </message>
    <message>
        <source>&amp;Copy the sentence</source>
        <translation>Satz &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the sentence at this step; in the table, the chosen cell</source>
        <translation>Den Satz dieses Schritts kopieren; in der Tabelle die gewählte Zelle</translation>
    </message>
    <message>
        <source>Copy the &amp;table</source>
        <translation>&amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the words after every model call, for a spreadsheet</source>
        <translation>Die Wörter nach jedem Modellaufruf kopieren, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Colour: prob&amp;ability</source>
        <translation>Farbe: &amp;Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Take the settings of this run</source>
        <translation>Einstellungen dieses Laufs ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>The form takes all that the run on screen was asked, its source too</source>
        <translation>Das Formular übernimmt alles, was dem gezeigten Lauf vorgegeben war, auch den Quelltext</translation>
    </message>
    <message>
        <source>As fast as the en&amp;gine</source>
        <translation>So schnell wie die En&amp;gine</translation>
    </message>
    <message>
        <source>Show a run under way as it is computed, instead of at the film&apos;s speed from its first step</source>
        <translation>Einen laufenden Lauf zeigen, wie er gerechnet wird, statt im Tempo des Films von seinem ersten Schritt an</translation>
    </message>
    <message>
        <source>&amp;Export a picture...</source>
        <translation>&amp;Ein Bild sichern …</translation>
    </message>
    <message>
        <source>Sho&amp;w the future</source>
        <translation>Die &amp;Zukunft zeigen</translation>
    </message>
    <message>
        <source>Show what is known only later than this step: words of later steps, and when words settle</source>
        <translation>Auch zeigen, was erst nach diesem Schritt bekannt ist: Wörter späterer Schritte und wann Wörter feststehen</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Uniform, autoregressive and AR-Diffusion side by side, from the same noise; again: one lane</source>
        <translation>Uniform, autoregressiv und AR-Diffusion nebeneinander, aus demselben Rauschen; noch einmal: eine Spur</translation>
    </message>
    <message>
        <source>&amp;Under the lanes</source>
        <translation>&amp;Unter den Spuren</translation>
    </message>
    <message>
        <source>Show or hide what is said of the lanes: settling order, curves, words side by side, differences</source>
        <translation>Zeigt oder verbirgt, was von den Spuren zu sagen ist: Reihenfolge, Kurven, Wörter nebeneinander, Unterschiede</translation>
    </message>
    <message>
        <source>A&amp;dd a lane</source>
        <translation>&amp;Spur hinzufügen</translation>
    </message>
    <message>
        <source>C&amp;hange the lane...</source>
        <translation>Spur &amp;ändern …</translation>
    </message>
    <message>
        <source>What the cursor&apos;s lane has of its own</source>
        <translation>Was die Spur des Zeigers Eigenes hat</translation>
    </message>
    <message>
        <source>Cl&amp;ose the lane</source>
        <translation>Spur s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the cursor&apos;s lane; its run stays in the list</source>
        <translation>Schließt die Spur des Zeigers; ihr Lauf bleibt in der Liste</translation>
    </message>
    <message>
        <source>Move the lane to the &amp;left</source>
        <translation>Spur nach &amp;links</translation>
    </message>
    <message>
        <source>Move the lane to the r&amp;ight</source>
        <translation>Spur nac&amp;h rechts</translation>
    </message>
    <message>
        <source>S&amp;wap two lanes in place</source>
        <translation>&amp;Zwei Spuren vertauschen</translation>
    </message>
    <message>
        <source>The cursor&apos;s lane and its neighbour change places, and back: what differs jumps to the eye; in a lecture and in full screen, the black screen</source>
        <translation>Die Spur des Zeigers und ihre Nachbarin tauschen den Platz, und zurück: was verschieden ist, springt ins Auge; in der Vorlesung und im Vollbild: schwarzer Bildschirm</translation>
    </message>
    <message>
        <source>&amp;Compare layout</source>
        <translation>&amp;Anordnung Vergleich</translation>
    </message>
    <message>
        <source>The lanes without the panels around them</source>
        <translation>Die Spuren ohne die Felder um sie herum</translation>
    </message>
    <message>
        <source>Show all positions</source>
        <translation>Alle Positionen zeigen</translation>
    </message>
    <message>
        <source>Show the positions that the sentence does not need, too: the PAD at its end</source>
        <translation>Auch die Positionen zeigen, die der Satz nicht braucht: das PAD an seinem Ende</translation>
    </message>
    <message>
        <source>&amp;Marks of the paper&apos;s figure</source>
        <translation>&amp;Marken der Abbildung im Artikel</translation>
    </message>
    <message>
        <source>The fronts at t_i and t_{i+1}, and how far the token under the pointer goes between them</source>
        <translation>Die Fronten bei t_i und t_{i+1} und wie weit das Token unter dem Zeiger dazwischen geht</translation>
    </message>
    <message>
        <source>Rule&amp;r under the plane</source>
        <translation>Lineal unter der Ebene</translation>
    </message>
    <message>
        <source>Executed and skipped sentence steps, to scale</source>
        <translation>Ausgeführte und übersprungene Satzschritte, maßstäblich</translation>
    </message>
    <message>
        <source>Draw by hand where every token is at a few sentence steps, save and load it</source>
        <translation>Von Hand zeichnen, wo jedes Token bei einigen Satzschritten ist; speichern und laden</translation>
    </message>
    <message>
        <source>Edit the timestep schedule</source>
        <translation>Zeitschrittplan bearbeiten</translation>
    </message>
    <message>
        <source>Move the anchor, lag or block in the plane of a run; orange lines are the next plan</source>
        <translation>Anker, Versatz oder Block in der Ebene eines Laufs verschieben; orange Linien sind der nächste Plan</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>In den Sprung</translation>
    </message>
    <message>
        <source>Open the sentence steps that the chosen model call skips</source>
        <translation>Die Satzschritte öffnen, die der gewählte Modellaufruf überspringt</translation>
    </message>
    <message>
        <source>Dr&amp;aw a timestep schedule...</source>
        <translation>Zeitschritt&amp;plan zeichnen …</translation>
    </message>
    <message>
        <source>Export a web &amp;page that plays...</source>
        <translation>Als &amp;Webseite ausgeben, die abspielt...</translation>
    </message>
    <message>
        <source>Save all lanes as one HTML file that plays them in any browser, without network</source>
        <translation>Alle Spuren als eine HTML-Datei sichern, die sie in jedem Browser abspielt, ohne Netz</translation>
    </message>
    <message>
        <source>Export the num&amp;bers...</source>
        <translation>Zahlen aus&amp;geben...</translation>
    </message>
    <message>
        <source>Save every position of every model call as a table (CSV) or JSON</source>
        <translation>Jede Position jedes Modellaufrufs als Tabelle (CSV) oder JSON sichern</translation>
    </message>
    <message>
        <source>One more lane: another timestep schedule, other sampling steps, another seed, another model</source>
        <translation>Eine Spur mehr: anderer Zeitschrittplan, andere Schrittzahl, anderer Seed, anderes Modell</translation>
    </message>
    <message>
        <source>Ne&amp;xt lane</source>
        <translation>&amp;Nächste Spur</translation>
    </message>
    <message>
        <source>The cursor goes on to the next lane</source>
        <translation>Weiter zur nächsten Spur</translation>
    </message>
    <message>
        <source>Pre&amp;vious lane</source>
        <translation>V&amp;orige Spur</translation>
    </message>
    <message>
        <source>The cursor goes back to the lane before</source>
        <translation>Zurück zur vorigen Spur</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>The sentence under several timestep schedules, sampling steps and seeds, a cell each</source>
        <translation>Der Satz unter mehreren Zeitschrittplänen, Abtastschritten und Seeds, jeweils eine Zelle</translation>
    </message>
    <message>
        <source>Open a folder of &amp;cells...</source>
        <translation>Or&amp;dner mit Zellen öffnen ...</translation>
    </message>
    <message>
        <source>What ardiff compare --cells or a contact sheet has kept</source>
        <translation>Was ardiff compare --cells oder ein Kontaktbogen aufgehoben hat</translation>
    </message>
    <message>
        <source>&amp;Keep the contact sheet in a folder...</source>
        <translation>&amp;Kontaktbogen in einem Ordner aufheben ...</translation>
    </message>
    <message>
        <source>Its cells as ardiff compare --cells keeps them, also those that are filled from now on</source>
        <translation>Seine Zellen, wie ardiff compare --cells sie aufhebt, auch die, die von jetzt an gefüllt werden</translation>
    </message>
    <message>
        <source>Clos&amp;e the run</source>
        <translation>Lauf sch&amp;ließen</translation>
    </message>
    <message>
        <source>Open the run c&amp;losed last</source>
        <translation>Zuletzt geschlossenen Lauf öffnen</translation>
    </message>
    <message>
        <source>Back into the list, at its place</source>
        <translation>Zurück in die Liste, an seinen Platz</translation>
    </message>
    <message>
        <source>Export an animation (GIF)...</source>
        <translation>Animation ausgeben (GIF)...</translation>
    </message>
    <message>
        <source>Save all lanes from the first step to the last as a GIF, for slides and messages</source>
        <translation>Alle Spuren vom ersten bis zum letzten Schritt als GIF speichern, für Folien und Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Open...</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a recorded run (.ardrun) or a board (.ardboard)</source>
        <translation>Einen aufgezeichneten Lauf (.ardrun) oder alle Spuren (.ardboard) öffnen</translation>
    </message>
    <message>
        <source>Save the boar&amp;d...</source>
        <translation>Spu&amp;ren sichern …</translation>
    </message>
    <message>
        <source>Save all lanes with their runs and what is on screen in one file (.ardboard)</source>
        <translation>Alle Spuren mit ihren Läufen und dem, was zu sehen ist, in einer Datei sichern (.ardboard)</translation>
    </message>
    <message>
        <source>Language, looks, the engine and the folders of models</source>
        <translation>Sprache, Aussehen, Engine und Ordner der Modelle</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rückgän&amp;gig</translation>
    </message>
    <message>
        <source>Back to the run from which the last branch was made</source>
        <translation>Zurück zu dem Lauf, von dem der letzte Zweig ausging</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>To the branch again</source>
        <translation>Wieder zum Zweig</translation>
    </message>
    <message>
        <source>&amp;Pin the word</source>
        <translation>Wort &amp;festhalten</translation>
    </message>
    <message>
        <source>Hold the chosen word from here on; the rest runs anew</source>
        <translation>Das gewählte Wort von hier an festhalten; der Rest läuft neu</translation>
    </message>
    <message>
        <source>&amp;Replace the word...</source>
        <translation>Wort &amp;ersetzen …</translation>
    </message>
    <message>
        <source>Another word in the place of the chosen one; the rest runs anew</source>
        <translation>Ein anderes Wort an die Stelle des gewählten; der Rest läuft neu</translation>
    </message>
    <message>
        <source>Make it &amp;noise again</source>
        <translation>Wieder zu &amp;Rauschen machen</translation>
    </message>
    <message>
        <source>The chosen position starts again from noise; the rest runs anew</source>
        <translation>Die gewählte Position beginnt wieder im Rauschen; der Rest läuft neu</translation>
    </message>
    <message>
        <source>Another &amp;seed from here</source>
        <translation>Ab hier anderer &amp;Seed</translation>
    </message>
    <message>
        <source>The rest runs anew with other noise</source>
        <translation>Der Rest läuft mit anderem Rauschen neu</translation>
    </message>
    <message>
        <source>&amp;Branch from here...</source>
        <translation>Ab hier ver&amp;zweigen …</translation>
    </message>
    <message>
        <source>A branch with another word, seed, timestep schedule or ruler from here on</source>
        <translation>Ein Zweig mit anderem Wort, Seed, Zeitschrittplan oder Lineal von hier an</translation>
    </message>
    <message>
        <source>Pin the word in a further lane</source>
        <translation>Wort in einer weiteren Spur festhalten</translation>
    </message>
    <message>
        <source>Make it noise again in a further lane</source>
        <translation>In einer weiteren Spur wieder zu Rauschen machen</translation>
    </message>
    <message>
        <source>Another seed in a further lane</source>
        <translation>Anderer Seed in einer weiteren Spur</translation>
    </message>
    <message>
        <source>Stu&amp;dent layout</source>
        <translation>Anordnung &amp;Studium</translation>
    </message>
    <message>
        <source>The sentence, the plane and what is known of the chosen token, nothing else</source>
        <translation>Der Satz, die Ebene und was vom gewählten Token bekannt ist, sonst nichts</translation>
    </message>
    <message>
        <source>Research la&amp;yout</source>
        <translation>Anordnung Fors&amp;chung</translation>
    </message>
    <message>
        <source>All panels: runs, tokens, what happens inside a call and a jump, the log</source>
        <translation>Alle Felder: Läufe, Token, was in einem Aufruf und einem Sprung geschieht, das Protokoll</translation>
    </message>
    <message>
        <source>&amp;Find a command...</source>
        <translation>Einen Be&amp;fehl suchen …</translation>
    </message>
    <message>
        <source>Everything that can be done, found by words that you type</source>
        <translation>Alles, was man tun kann, gefunden an getippten Wörtern</translation>
    </message>
    <message>
        <source>Save the whole page, or one view of it, as PNG, SVG or PDF</source>
        <translation>Die ganze Seite oder eine Ansicht davon als PNG, SVG oder PDF speichern</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionInspector</name>
    <message>
        <source>The engine did not say what the call looked at</source>
        <translation>Die Engine hat nicht gesagt, worauf der Aufruf geblickt hat</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionModel</name>
    <message>
        <source>source %1</source>
        <translation>Quelle %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The part of the logit that comes from what stands there: (q + r_w) · k / √d, less its mean over the positions</source>
        <translation>Der Teil des Logits, der von dem kommt, was dort steht: (q + r_w) · k / √d, abzüglich des Mittels über die Positionen</translation>
    </message>
    <message>
        <source>The part of the logit that comes from the timestep there: (q + r_r) · τ(t) / √d, less its mean over the positions</source>
        <translation>Der Teil des Logits, der vom Zeitschritt dort kommt: (q + r_r) · τ(t) / √d, abzüglich des Mittels über die Positionen</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>by content</source>
        <translation>durch Inhalt</translation>
    </message>
    <message>
        <source>by timestep</source>
        <translation>durch Zeitschritt</translation>
    </message>
</context>
<context>
    <name>ard::ui::AttentionView</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Layer of the decoder</source>
        <translation>Schicht des Decoders</translation>
    </message>
    <message>
        <source>Head of the layer</source>
        <translation>Kopf der Schicht</translation>
    </message>
    <message>
        <source>What the colours are</source>
        <translation>Was die Farben sind</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Logits by content</source>
        <translation>Logits durch Inhalt</translation>
    </message>
    <message>
        <source>Logits by timestep</source>
        <translation>Logits durch Zeitschritt</translation>
    </message>
    <message>
        <source>Weights to the source</source>
        <translation>Gewichte zur Quelle</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>From the token</source>
        <translation>Vom Token aus</translation>
    </message>
    <message>
        <source>To the token</source>
        <translation>Zum Token hin</translation>
    </message>
    <message>
        <source>What the token looks at, the heaviest first</source>
        <translation>Worauf das Token blickt, das Schwerste zuerst</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here is shown which positions look at which inside a model call.</source>
        <translation>Lassen Sie einen Satz laufen oder öffnen Sie einen Lauf: Hier steht, welche Position in einem Modellaufruf auf welche blickt.</translation>
    </message>
    <message>
        <source>The starting noise comes from no model call: go to a later moment.</source>
        <translation>Das Anfangsrauschen kommt aus keinem Modellaufruf: Gehen Sie zu einem späteren Moment.</translation>
    </message>
    <message>
        <source>This moment is a skipped step that was filled in: go to an executed model call.</source>
        <translation>Dieser Moment ist ein übersprungener Schritt, der nachgerechnet wurde: Gehen Sie zu einem ausgeführten Modellaufruf.</translation>
    </message>
    <message>
        <source>The engine is asked what this call looked at.</source>
        <translation>Die Engine wird gefragt, worauf dieser Aufruf geblickt hat.</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>who looks</source>
        <translation>wer blickt</translation>
    </message>
    <message>
        <source>at which piece of the source</source>
        <translation>auf welches Stück der Quelle</translation>
    </message>
    <message>
        <source>at whom</source>
        <translation>auf wen</translation>
    </message>
    <message>
        <source>Attention map, %1</source>
        <translation>Attention-Karte, %1</translation>
    </message>
    <message>
        <source>Click a row, a word or a cell: the table shows what that token looks at.</source>
        <translation>Klicken Sie eine Zeile, ein Wort oder eine Zelle an: Die Tabelle zeigt, worauf dieses Token blickt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (position %2, %3)</source>
        <translation>„%1“ (Position %2, %3)</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;, is looked at most by %3.</source>
        <translation>Auf Position %1, „%2“, blickt am meisten: %3.</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;, looks most at %3.</source>
        <translation>Position %1, „%2“, blickt am meisten auf: %3.</translation>
    </message>
    <message>
        <source>Words are those after the call. Attention goes both ways: that the left influences the right is learned, not built in.</source>
        <translation>Die Wörter sind die nach dem Aufruf. Attention geht in beide Richtungen: Dass Links auf Rechts wirkt, ist gelernt, nicht eingebaut.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Position %1, &quot;%2&quot;</source>
        <translation>Position %1, „%2“</translation>
    </message>
    <message>
        <source>piece %1 of the source, &quot;%2&quot;</source>
        <translation>Stück %1 der Quelle, „%2“</translation>
    </message>
    <message>
        <source>position %1, &quot;%2&quot;</source>
        <translation>Position %1, „%2“</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <comment>who looks at whom, how much</comment>
        <translation>%1 auf %2: %3</translation>
    </message>
    <message>
        <source>The fields behind the words of the sentence are the same.</source>
        <translation>Die Felder hinter den Wörtern des Satzes zeigen dasselbe.</translation>
    </message>
</context>
<context>
    <name>ard::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>%1. Everything on screen is kept.</source>
        <translation>%1. Alles auf dem Bildschirm bleibt.</translation>
    </message>
    <message>
        <source>Restart the engine</source>
        <translation>Engine neu starten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>The command that starts the engine</source>
        <translation>Der Befehl, der die Engine startet</translation>
    </message>
    <message>
        <source>(%1 more)</source>
        <comment>messages behind this one</comment>
        <translation>(%1 weitere)</translation>
    </message>
</context>
<context>
    <name>ard::ui::BesideChoice</name>
    <message>
        <source>Beside it</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Another lane&apos;s numbers for the same position, or those of a moment that is kept while the film goes on</source>
        <translation>Die Zahlen einer anderen Spur für dieselbe Position, oder die eines Zeitpunkts, der bleibt, während der Film weiterläuft</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>position %1, call %2</source>
        <translation>Position %1, Aufruf %2</translation>
    </message>
    <message>
        <source>lane %1: %2</source>
        <translation>Spur %1: %2</translation>
    </message>
    <message>
        <source>this moment, kept</source>
        <translation>dieser Zeitpunkt, festgehalten</translation>
    </message>
    <message>
        <source>lane %1</source>
        <translation>Spur %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::BlackScreen</name>
    <message>
        <source>Black screen</source>
        <translation>Schwarzer Bildschirm</translation>
    </message>
</context>
<context>
    <name>ard::ui::BoardController</name>
    <message>
        <source>board</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Save the board</source>
        <translation>Die Spuren sichern</translation>
    </message>
    <message>
        <source>Boards (*.ardboard)</source>
        <translation>Spuren (*.ardboard)</translation>
    </message>
</context>
<context>
    <name>ard::ui::BranchDialog</name>
    <message>
        <source>Branch of run #%1</source>
        <translation>Zweig von Lauf #%1</translation>
    </message>
    <message>
        <source>The first %1 model calls stay, %2 run anew with the same noise. What is not ticked stays as it was.</source>
        <translation>Die ersten %1 Modellaufrufe bleiben, %2 laufen neu mit demselben Rauschen. Was nicht angekreuzt ist, bleibt, wie es war.</translation>
    </message>
    <message>
        <source>In a further lane beside it</source>
        <translation>In einer weiteren Spur daneben</translation>
    </message>
    <message>
        <source>Run the branch</source>
        <translation>Zweig starten</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>is replaced, and may change again</source>
        <translation>wird ersetzt und darf sich wieder ändern</translation>
    </message>
    <message>
        <source>is pinned to the end</source>
        <translation>wird bis zum Ende festgehalten</translation>
    </message>
    <message>
        <source>becomes noise again</source>
        <translation>wird wieder Rauschen</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>One word of the model&apos;s vocabulary; the list has the candidates</source>
        <translation>Ein Wort aus dem Vokabular des Modells; die Liste enthält die Kandidaten</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>Zeitschrittplan</translation>
    </message>
    <message>
        <source>stride, tail=5 or list=1999,1500,0</source>
        <translation>stride, tail=5 oder list=1999,1500,0</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Model calls of the rest</source>
        <translation>Modellaufrufe des Rests</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0, not %1</source>
        <translation>Der Seed ist eine ganze Zahl ab 0, nicht %1</translation>
    </message>
    <message>
        <source>Type the word, or choose a candidate</source>
        <translation>Geben Sie das Wort ein oder wählen Sie einen Kandidaten</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallInsideView</name>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Inside the call</source>
        <translation>Im Aufruf</translation>
    </message>
    <message>
        <source>Previous stage</source>
        <translation>Vorige Stufe</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>Nächste Stufe</translation>
    </message>
    <message>
        <source>Words of the stages by position</source>
        <translation>Wörter der Stufen nach Position</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here the stages inside one model call are shown one after the other.</source>
        <translation>Starten Sie einen Lauf oder öffnen Sie einen: Hier werden die Stufen in einem Modellaufruf nacheinander gezeigt.</translation>
    </message>
    <message>
        <source>Click a word or a cell: here the stages of the model call that led to it are shown.</source>
        <translation>Klicken Sie auf ein Wort oder eine Zelle: Hier werden die Stufen des Modellaufrufs gezeigt, der dorthin geführt hat.</translation>
    </message>
    <message>
        <source>The starting noise comes from no model call: go to a later moment.</source>
        <translation>Das Anfangsrauschen kommt aus keinem Modellaufruf: Gehen Sie zu einem späteren Moment.</translation>
    </message>
    <message>
        <source>This moment is a skipped step that was filled in: go to an executed model call.</source>
        <translation>Dieser Moment ist ein übersprungener Schritt, der ergänzt wurde: Gehen Sie zu einem ausgeführten Modellaufruf.</translation>
    </message>
    <message>
        <source>The engine is asked what happened inside this call.</source>
        <translation>Die Engine wird gefragt, was in diesem Aufruf geschah.</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 of %3 · t %4 → %5</source>
        <translation>Position %1 · Modellaufruf %2 von %3 · t %4 → %5</translation>
    </message>
    <message>
        <source>Stage %1 of %2: %3</source>
        <translation>Stufe %1 von %2: %3</translation>
    </message>
    <message>
        <source>What goes into the network: the latent x of every position, each at its own timestep. Words are the nearest embeddings.</source>
        <translation>Was in das Netz hineingeht: das Latent x jeder Position, jedes bei seinem eigenen Zeitschritt. Die Wörter sind die nächsten Wort-Embeddings.</translation>
    </message>
    <message>
        <source>The network predicts the clean latent x̂₀ of all positions at once.</source>
        <translation>Das Netz sagt die sauberen Latents x̂₀ aller Positionen auf einmal vorher.</translation>
    </message>
    <message>
        <source>x̂₀ of this position is not clamped in this call: the step takes it as it is.</source>
        <translation>x̂₀ dieser Position geht in diesem Aufruf durch keinen Clamp: Der Schritt nimmt es, wie es ist.</translation>
    </message>
    <message>
        <source>x̂₀ is clamped: it snaps to a word before the step takes it.</source>
        <translation>x̂₀ geht durch den Clamp: Es springt auf ein Wort, bevor der Schritt es nimmt.</translation>
    </message>
    <message>
        <source>x and x̂₀ are mixed by factors that follow from t and t′ alone.</source>
        <translation>x und x̂₀ werden mit Faktoren gemischt, die allein aus t und t′ folgen.</translation>
    </message>
    <message>
        <source>No noise is added to this position: x′ is what the step gave.</source>
        <translation>An dieser Position kommt kein Rauschen dazu: x′ ist, was der Schritt ergab.</translation>
    </message>
    <message>
        <source>Fresh noise ε is added, σ of it: x′ is what goes into the next call.</source>
        <translation>Frisches Rauschen ε kommt dazu, davon σ: x′ geht in den nächsten Aufruf.</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <comment>stage, and its place on the map</comment>
        <translation>%1 bei %2; %3</translation>
    </message>
    <message>
        <source>Position %1 on a plane through the embeddings</source>
        <translation>Position %1 auf einer Ebene durch die Wort-Embeddings</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallInspector</name>
    <message>
        <source>The engine did not say what happened inside the call</source>
        <translation>Die Engine hat nicht gesagt, was im Aufruf geschah</translation>
    </message>
</context>
<context>
    <name>ard::ui::CallStagesModel</name>
    <message>
        <source>Noisy in</source>
        <translation>Verrauscht hinein</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Clamp</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>%1, position %2: %3</source>
        <translation>%1, Position %2: %3</translation>
    </message>
    <message>
        <source>Nearest word: %1, distance %2</source>
        <translation>Nächstes Wort: %1, Abstand %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidateBars</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>%1: %2, shown at this step</source>
        <translation>%1: %2, gezeigt in diesem Schritt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a word and its probability</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Up and down choose a word, Return puts it in the place of the one that is shown</source>
        <translation>Auf und ab wählen ein Wort, die Eingabetaste setzt es an die Stelle des gezeigten</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidateRisksModel</name>
    <message>
        <source>Candidate %1, taken out: %2</source>
        <translation>Kandidat %1, herausgenommen: %2</translation>
    </message>
    <message>
        <source>Candidate %1, chosen: %2</source>
        <translation>Kandidat %1, gewählt: %2</translation>
    </message>
    <message>
        <source>Candidate %1: %2</source>
        <translation>Kandidat %1: %2</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>100 less the mean agreement with the others that are ticked; the least is chosen</source>
        <translation>100 weniger die mittlere Übereinstimmung mit den anderen angekreuzten; das kleinste wird gewählt</translation>
    </message>
    <message>
        <source>Agreement with candidate %1: BLEU of two sentences, 0 to 100</source>
        <translation>Übereinstimmung mit Kandidat %1: BLEU zweier Sätze, 0 bis 100</translation>
    </message>
    <message>
        <source>log p</source>
        <translation>log p</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>100 less the mean agreement with the others that are ticked</source>
        <translation>100 weniger die mittlere Übereinstimmung mit den anderen angekreuzten</translation>
    </message>
    <message>
        <source>How likely the model itself finds the words (ours): mean natural logarithm of a word&apos;s probability</source>
        <translation>Für wie wahrscheinlich das Modell selbst die Wörter hält (von uns): mittlerer natürlicher Logarithmus der Wahrscheinlichkeit eines Wortes</translation>
    </message>
    <message>
        <source>100 less the risk, plus 100 times log p (ours); the greatest is chosen</source>
        <translation>100 weniger das Risiko, plus 100 mal log p (von uns); das größte wird gewählt</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidatesModel</name>
    <message>
        <source>Word %1: %2</source>
        <translation>Wort %1: %2</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>ard::ui::CandidatesView</name>
    <message>
        <source>Take all in</source>
        <translation>Alle hineinnehmen</translation>
    </message>
    <message>
        <source>Candidates, their risk and their agreement</source>
        <translation>Kandidaten, ihr Risiko und ihre Übereinstimmung</translation>
    </message>
    <message>
        <source>Ask for several candidates in the form and run them: which of them is chosen, and why, is shown here.</source>
        <translation>Verlangen Sie im Formular mehrere Kandidaten und starten Sie: Welcher gewählt wird und warum, steht dann hier.</translation>
    </message>
    <message>
        <source>Comparing the candidates</source>
        <translation>Die Kandidaten werden verglichen</translation>
    </message>
    <message>
        <source>All candidates are taken out: none can be chosen. With all of them it is candidate %1.</source>
        <translation>Alle Kandidaten sind herausgenommen: Keiner kann gewählt werden. Mit allen ist es Kandidat %1.</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 it agrees best with the others (minimum Bayes risk). Untick one to take it out.</source>
        <translation>Kandidat %1 ist gewählt: Von %2 stimmt er am besten mit den anderen überein (minimales Bayes-Risiko). Ein Kreuz weniger nimmt einen heraus.</translation>
    </message>
    <message>
        <source>Without %1 it is still candidate %2.</source>
        <translation>Ohne %1 ist es noch immer Kandidat %2.</translation>
    </message>
    <message>
        <source>Without %1 candidate %2 is chosen instead of %3.</source>
        <translation>Ohne %1 ist Kandidat %2 gewählt statt %3.</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 the model finds its words the likeliest (ours, %3 model calls more). Untick one to take it out.</source>
        <translation>Kandidat %1 ist gewählt: Von %2 hält das Modell seine Wörter für die wahrscheinlichsten (von uns, %3 Modellaufrufe mehr). Ein Kreuz weniger nimmt einen heraus.</translation>
    </message>
    <message>
        <source>Candidate %1 is chosen: of %2 it is best in agreement with the others and likelihood together (ours, %3 model calls more). Untick one to take it out.</source>
        <translation>Kandidat %1 ist gewählt: Von %2 ist er der beste in Übereinstimmung mit den anderen und Likelihood zusammen (von uns, %3 Modellaufrufe mehr). Ein Kreuz weniger nimmt einen heraus.</translation>
    </message>
</context>
<context>
    <name>ard::ui::CentralView</name>
    <message>
        <source>Colour of the cells</source>
        <translation>Farbe der Zellen</translation>
    </message>
    <message>
        <source>What the colour of a cell means (Alt+1, Alt+2, Alt+3)</source>
        <translation>Was die Farbe einer Zelle bedeutet (Alt+1, Alt+2, Alt+3)</translation>
    </message>
    <message>
        <source>Colour: noise level</source>
        <translation>Farbe: Rauschen</translation>
    </message>
    <message>
        <source>Colour: probability</source>
        <translation>Farbe: Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Colour: entropy</source>
        <translation>Farbe: Entropie</translation>
    </message>
    <message>
        <source>Words after every model call</source>
        <translation>Wörter nach jedem Modellaufruf</translation>
    </message>
    <message>
        <source>bold: settled · dotted line: may still change · framed: changed in this call · thick line: timestep 0</source>
        <translation>fett: gesetzt · gepunktete Linie: kann sich noch ändern · gerahmt: in diesem Aufruf geändert · dicke Linie: Zeitschritt 0</translation>
    </message>
    <message>
        <source>Leave the lecture</source>
        <translation>Vorlesung verlassen</translation>
    </message>
    <message>
        <source>What the lanes share</source>
        <translation>Was die Spuren gemeinsam haben</translation>
    </message>
    <message>
        <source>How the moments of the other lanes follow</source>
        <translation>Wie die Augenblicke der anderen Spuren folgen</translation>
    </message>
    <message>
        <source>In step: model calls</source>
        <translation>Im Takt: Modellaufrufe</translation>
    </message>
    <message>
        <source>In step: share of the way</source>
        <translation>Im Takt: Anteil des Weges</translation>
    </message>
    <message>
        <source>In step: mean noise level</source>
        <translation>Im Takt: mittleres Rauschen</translation>
    </message>
    <message>
        <source>Not in step</source>
        <translation>Nicht im Takt</translation>
    </message>
</context>
<context>
    <name>ard::ui::ColorBar</name>
    <message>
        <source>Legend: %1, from %2 to %3</source>
        <translation>Legende: %1, von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::CommandModel</name>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
</context>
<context>
    <name>ard::ui::CommandPalette</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do? Type words of it.</source>
        <translation>Was möchten Sie tun? Tippen Sie Wörter davon.</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
</context>
<context>
    <name>ard::ui::ContactSheet</name>
    <message>
        <source>Load the table in the form, then write custom here</source>
        <translation>Laden Sie die Tabelle im Formular und schreiben Sie hier custom</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 timestep schedules</source>
        <translation>Ein Kontaktbogen hat 1 bis %1 Zeitschrittpläne</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of sampling steps</source>
        <translation>„%1“ ist keine Zahl von Abtastschritten</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 numbers of sampling steps</source>
        <translation>Ein Kontaktbogen hat 1 bis %1 Zahlen von Abtastschritten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no seed</source>
        <translation>„%1“ ist kein Seed</translation>
    </message>
    <message>
        <source>A contact sheet has 1 to %1 seeds</source>
        <translation>Ein Kontaktbogen hat 1 bis %1 Seeds</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Wählen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>The folder has no run of this sentence, so nobody knows what was asked</source>
        <translation>Der Ordner hat keinen Lauf dieses Satzes: niemand weiß, was verlangt war</translation>
    </message>
    <message>
        <source>Type a source text first</source>
        <translation>Geben Sie zuerst eine Quelle ein</translation>
    </message>
    <message>
        <source>Cells with several candidates are made by ardiff compare</source>
        <translation>Zellen mit mehreren Kandidaten macht ardiff compare</translation>
    </message>
    <message>
        <source>These cells are of another model than the one that is loaded</source>
        <translation>Diese Zellen sind von einem anderen Modell als dem geladenen</translation>
    </message>
    <message>
        <source>There is no timestep schedule %1</source>
        <translation>Es gibt keinen Zeitschrittplan %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::CurvesView</name>
    <message>
        <source>Settled share and entropy against model calls</source>
        <translation>Anteil der gesetzten Wörter und Entropie gegen Modellaufrufe</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>Gesetzt nach Wort</translation>
    </message>
    <message>
        <source>Settled by timestep</source>
        <translation>Gesetzt nach Zeitschritt</translation>
    </message>
    <message>
        <source>What counts as settled</source>
        <translation>Was als gesetzt gilt</translation>
    </message>
    <message>
        <source>By word nobody can know before the end of a run; until then words at timestep 0 count.</source>
        <translation>Nach Wort weiß man es erst am Ende eines Laufs; bis dahin zählen Wörter bei Zeitschritt 0.</translation>
    </message>
    <message>
        <source>share of the words that has settled</source>
        <translation>Anteil der Wörter, die gesetzt sind</translation>
    </message>
    <message>
        <source>mean entropy, nats</source>
        <translation>mittlere Entropie, nat</translation>
    </message>
    <message>
        <source>Model call %1</source>
        <translation>Modellaufruf %1</translation>
    </message>
    <message>
        <source>%1: settled %2 %, entropy %3</source>
        <translation>%1: gesetzt %2 %, Entropie %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::DifferenceView</name>
    <message>
        <source>Differences of two lanes, position by model call</source>
        <translation>Unterschiede zweier Spuren, Position gegen Modellaufruf</translation>
    </message>
    <message>
        <source>First lane</source>
        <translation>Erste Spur</translation>
    </message>
    <message>
        <source>Second lane</source>
        <translation>Zweite Spur</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>letter and name of a lane</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>after model call</source>
        <translation>nach Modellaufruf</translation>
    </message>
    <message>
        <source>%1 surer of its word</source>
        <translation>%1 ist sich seines Wortes sicherer</translation>
    </message>
    <message>
        <source>%1 surer</source>
        <translation>%1 sicherer</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>anderes Wort</translation>
    </message>
    <message>
        <source>Position %1 after model call %2</source>
        <translation>Position %1 nach Modellaufruf %2</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot;, probability %3</source>
        <translation>%1: „%2“, Wahrscheinlichkeit %3</translation>
    </message>
    <message>
        <source>could not change</source>
        <translation>konnte nicht anders</translation>
    </message>
    <message>
        <source>after call %1: could not change %2, did not %3, did %4</source>
        <translation>nach Aufruf %1: konnten nicht anders %2, blieben gleich %3, wurden anders %4</translation>
    </message>
    <message>
        <source>could not change: both have this call of the same run</source>
        <translation>konnte nicht anders: Beide haben diesen Aufruf vom selben Lauf</translation>
    </message>
    <message>
        <source>could not change: one of the two is pinned</source>
        <translation>konnte nicht anders: Eine der beiden ist festgehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineCall</name>
    <message>
        <source>The engine hangs: it did not stop within %1 s</source>
        <translation>Die Engine hängt: sie hat in %1 s nicht angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineChip</name>
    <message>
        <source>Engine: %1</source>
        <translation>Engine: %1</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Engine angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineClient</name>
    <message>
        <source>The engine did not answer within %1 s</source>
        <translation>Die Engine hat in %1 s nicht geantwortet</translation>
    </message>
    <message>
        <source>Engine not started</source>
        <translation>Engine nicht gestartet</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <translation>Die Engine startet</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Loading the model: %1</source>
        <translation>Das Modell wird geladen: %1</translation>
    </message>
    <message>
        <source>Loading the model: %1, %2 %</source>
        <translation>Das Modell wird geladen: %1, %2 %</translation>
    </message>
    <message>
        <source>Ready: %1 on %2</source>
        <translation>Bereit: %1 auf %2</translation>
    </message>
    <message>
        <source>Ready, no model loaded</source>
        <translation>Bereit, kein Modell geladen</translation>
    </message>
    <message>
        <source>Running: %1 of %2 model calls</source>
        <translation>Läuft: %1 von %2 Modellaufrufen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>The engine program ardiff was found neither beside this program nor in the PATH</source>
        <translation>Das Engine-Programm ardiff liegt weder neben diesem Programm noch im PATH</translation>
    </message>
    <message>
        <source>Starting the engine: %1</source>
        <translation>Start der Engine: %1</translation>
    </message>
    <message>
        <source>The engine was restarted</source>
        <translation>Die Engine wurde neu gestartet</translation>
    </message>
    <message>
        <source>The engine was shut down</source>
        <translation>Die Engine wurde beendet</translation>
    </message>
    <message>
        <source>Stop the run before choosing another model</source>
        <translation>Erst den Lauf anhalten, dann ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>No model is loaded</source>
        <translation>Es ist kein Modell geladen</translation>
    </message>
    <message>
        <source>The command does not start an engine: it asks instead of answering</source>
        <translation>Der Befehl startet keine Engine: er fragt, statt zu antworten</translation>
    </message>
    <message>
        <source>The engine</source>
        <translation>Die Engine</translation>
    </message>
    <message>
        <source>Engine %1 on %2, %3</source>
        <translation>Engine %1 auf %2, %3</translation>
    </message>
    <message>
        <source>The engine has enough to do: wait until a run is finished</source>
        <translation>Die Engine hat genug zu tun: bitte warten, bis ein Lauf fertig ist</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>The engine is older: it makes the lanes one after the other</source>
        <translation>Die Engine ist älter: Sie rechnet die Spuren nacheinander</translation>
    </message>
    <message>
        <source>At most %1 runs can advance together</source>
        <translation>Höchstens %1 Läufe können gemeinsam vorrücken</translation>
    </message>
    <message>
        <source>The engine left a lane unanswered</source>
        <translation>Die Engine hat eine Spur nicht beantwortet</translation>
    </message>
    <message>
        <source>The engine has not answered for %1 s</source>
        <translation>Die Engine antwortet seit %1 s nicht</translation>
    </message>
    <message>
        <source>Starting the engine; so far it has answered: %1</source>
        <translation>Die Engine startet; bisher kam als Antwort: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineProcess</name>
    <message>
        <source>The engine could not be started: %1 (%2)</source>
        <translation>Die Engine konnte nicht gestartet werden: %1 (%2)</translation>
    </message>
    <message>
        <source>The engine stopped: it was killed (signal 9; when nobody did that, the memory ran out)</source>
        <translation>Die Engine hat angehalten: sie wurde abgeschossen (Signal 9; wenn das niemand war, ging der Speicher aus)</translation>
    </message>
    <message>
        <source>The engine stopped: it crashed (signal %1)</source>
        <translation>Die Engine hat angehalten: sie ist abgestürzt (Signal %1)</translation>
    </message>
    <message>
        <source>The engine stopped by itself</source>
        <translation>Die Engine hat von selbst angehalten</translation>
    </message>
    <message>
        <source>The engine stopped with exit status %1</source>
        <translation>Die Engine hat mit Status %1 angehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::EngineQuestion</name>
    <message>
        <source>The run was made by another model, %1: choose it to look inside</source>
        <translation>Der Lauf stammt von einem anderen Modell, %1: Wählen Sie es, um hineinzusehen</translation>
    </message>
</context>
<context>
    <name>ard::ui::Film</name>
    <message>
        <source>The filled in steps do not lead from one step of the run to the next</source>
        <translation>Die eingefügten Schritte führen nicht von einem Schritt des Laufs zum nächsten</translation>
    </message>
</context>
<context>
    <name>ard::ui::FindBar</name>
    <message>
        <source>Find a word in all steps</source>
        <translation>Wort in allen Schritten suchen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>In no step of any run on screen</source>
        <translation>In keinem Schritt eines Laufs auf dem Schirm</translation>
    </message>
    <message>
        <source>%1 of %2 · step %3, position %4</source>
        <translation>%1 von %2 · Schritt %3, Position %4</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
</context>
<context>
    <name>ard::ui::FoldChip</name>
    <message>
        <source>The sentence ends here: the positions behind it are PAD. Click to show them.</source>
        <translation>Hier endet der Satz: Die Positionen dahinter sind PAD. Ein Klick zeigt sie.</translation>
    </message>
    <message>
        <source>Click to fold away the positions that the sentence does not need.</source>
        <translation>Ein Klick klappt die Positionen ein, die der Satz nicht braucht.</translation>
    </message>
</context>
<context>
    <name>ard::ui::FoldMark</name>
    <message>
        <source>1 more position</source>
        <translation>1 weitere Position</translation>
    </message>
    <message>
        <source>fold 1 position</source>
        <translation>1 Position einklappen</translation>
    </message>
    <message>
        <source>%1 more positions</source>
        <translation>%1 weitere Positionen</translation>
    </message>
    <message>
        <source>fold %1 positions</source>
        <translation>%1 Positionen einklappen</translation>
    </message>
</context>
<context>
    <name>ard::ui::FrontCanvas</name>
    <message>
        <source>Front %1 of %2, position %3: timestep %4</source>
        <translation>Front %1 von %2, Position %3: Zeitschritt %4</translation>
    </message>
    <message>
        <source>position n; timestep t upwards</source>
        <translation>Position n; Zeitschritt t nach oben</translation>
    </message>
</context>
<context>
    <name>ard::ui::GenerationForm</name>
    <message>
        <source>Type a source text first</source>
        <translation>Erst einen Quelltext eingeben</translation>
    </message>
    <message>
        <source>This model was not trained on the timestep schedule %1</source>
        <translation>Dieses Modell wurde nicht mit dem Zeitschrittplan %1 trainiert</translation>
    </message>
    <message>
        <source>This model was trained with anchor scale %1</source>
        <translation>Dieses Modell wurde mit dem Ankerfaktor %1 trainiert</translation>
    </message>
    <message>
        <source>This model has not learned a timestep schedule: that takes training with draw.learned</source>
        <translation>Dieses Modell hat keinen Zeitschrittplan gelernt: Dazu braucht es ein Training mit draw.learned</translation>
    </message>
    <message>
        <source>%1 must lie between %2 and %3</source>
        <translation>%1 muss zwischen %2 und %3 liegen</translation>
    </message>
    <message>
        <source>Choose a model first: it fixes the length and the diffusion steps</source>
        <translation>Erst ein Modell wählen: es legt Länge und Diffusionsschritte fest</translation>
    </message>
</context>
<context>
    <name>ard::ui::HandleGeometry</name>
    <message>
        <source>The anchor must lie to the right of the last position, %1: there it would denoise a word before it begins</source>
        <translation>Der Anker muss rechts der letzten Position %1 liegen: Dort würde ein Wort entrauscht, bevor es beginnt</translation>
    </message>
    <message>
        <source>lag 0: uniform</source>
        <translation>Versatz 0: gleichförmig</translation>
    </message>
    <message>
        <source>lag T: autoregressive</source>
        <translation>Versatz T: autoregressiv</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Versatz %1</translation>
    </message>
    <message>
        <source>block 1: autoregressive</source>
        <translation>Block 1: autoregressiv</translation>
    </message>
    <message>
        <source>block N: uniform</source>
        <translation>Block N: gleichförmig</translation>
    </message>
    <message>
        <source>block %1</source>
        <translation>Block %1</translation>
    </message>
    <message>
        <source>anchor: uniform</source>
        <translation>Anker: gleichförmig</translation>
    </message>
    <message>
        <source>anchor %1: the paper&apos;s</source>
        <translation>Anker %1: der des Artikels</translation>
    </message>
    <message>
        <source>anchor %1</source>
        <translation>Anker %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpFormula</name>
    <message>
        <source>a: how much of the noisy latent stays, by the noise schedule at t and t′</source>
        <translation>a: wie viel vom verrauschten Latent bleibt, nach dem Rauschplan bei t und t′</translation>
    </message>
    <message>
        <source>x: the noisy latent of the token at timestep t</source>
        <translation>x: das verrauschte Latent des Tokens beim Zeitschritt t</translation>
    </message>
    <message>
        <source>b: how much of the predicted clean latent comes in</source>
        <translation>b: wie viel vom vorhergesagten sauberen Latent hineinkommt</translation>
    </message>
    <message>
        <source>x̂₀: the predicted clean latent, as clamped</source>
        <translation>x̂₀: das vorhergesagte saubere Latent, nach dem Clamp</translation>
    </message>
    <message>
        <source>c: of the clean latent with which the token moved before (multistep solver)</source>
        <translation>c: vom sauberen Latent, mit dem sich das Token zuvor bewegt hat (Mehrschrittlöser)</translation>
    </message>
    <message>
        <source>x̂₀ before: the predicted clean latent with which the token moved before</source>
        <translation>x̂₀ davor: das vorhergesagte saubere Latent, mit dem sich das Token zuvor bewegt hat</translation>
    </message>
    <message>
        <source>σ: how much fresh noise comes in; 0 where the token arrives at t′ = 0</source>
        <translation>σ: wie viel frisches Rauschen hineinkommt; 0, wo das Token bei t′ = 0 ankommt</translation>
    </message>
    <message>
        <source>ε: fresh noise, from seed, position and timestep</source>
        <translation>ε: frisches Rauschen, aus Seed, Position und Zeitschritt</translation>
    </message>
    <message>
        <source>x′: the latent of the token at timestep t′</source>
        <translation>x′: das Latent des Tokens beim Zeitschritt t′</translation>
    </message>
    <message>
        <source>x̂₀ before</source>
        <translation>x̂₀ davor</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>Length of all %1</source>
        <translation>Länge aller %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpModel</name>
    <message>
        <source>Position %1, timestep %2: %3</source>
        <translation>Position %1, Zeitschritt %2: %3</translation>
    </message>
    <message>
        <source>Position %1, timestep %2</source>
        <translation>Position %1, Zeitschritt %2</translation>
    </message>
    <message>
        <source>after the jump</source>
        <translation>nach dem Sprung</translation>
    </message>
    <message>
        <source>after the steps</source>
        <translation>nach den Schritten</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>ard::ui::JumpView</name>
    <message>
        <source>What does the network say there?</source>
        <translation>Was sagt das Netz dort?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Steps that the network has answered</source>
        <translation>Schritte, die das Netz beantwortet hat</translation>
    </message>
    <message>
        <source>Sentence steps of the jump by position</source>
        <translation>Satzschritte des Sprungs nach Position</translation>
    </message>
    <message>
        <source>Into the jump of model call %1: sentence step %2 to %3</source>
        <translation>In den Sprung von Modellaufruf %1: Satzschritt %2 bis %3</translation>
    </message>
    <message>
        <source>Into the jump</source>
        <translation>In den Sprung</translation>
    </message>
    <message>
        <source>Choose a cell of the plane and press J: what a model call skips is shown here step by step.</source>
        <translation>Wählen Sie eine Zelle der Ebene und drücken Sie J: Was ein Modellaufruf überspringt, steht dann hier Schritt für Schritt.</translation>
    </message>
    <message>
        <source>%1 sentence steps are skipped; the numbers are the timesteps of each token there.</source>
        <translation>%1 Satzschritte werden übersprungen; die Zahlen sind die Zeitschritte jedes Tokens dort.</translation>
    </message>
    <message>
        <source>The network is being asked.</source>
        <translation>Das Netz wird gefragt.</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls, about %2 s.</source>
        <translation>Das Netz zu fragen kostet %1 Modellaufrufe, etwa %2 s.</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls.</source>
        <translation>Das Netz zu fragen kostet %1 Modellaufrufe.</translation>
    </message>
    <message>
        <source>%1: “%2” or “%3”</source>
        <translation>%1: „%2“ oder „%3“</translation>
    </message>
    <message>
        <source>Distance of the two latents: %1 on average, at most %2 at position %3.</source>
        <translation>Abstand der beiden Latenten: im Mittel %1, höchstens %2 an Position %3.</translation>
    </message>
    <message>
        <source>The jump and the %1 steps one by one lead to the same words.</source>
        <translation>Der Sprung und die %1 Schritte einzeln führen zu denselben Wörtern.</translation>
    </message>
    <message>
        <source>The jump and the %1 steps one by one part at %2 of %3 positions (jump or steps): %4.</source>
        <translation>Der Sprung und die %1 Schritte einzeln trennen sich an %2 von %3 Positionen (Sprung oder Schritte): %4.</translation>
    </message>
    <message>
        <source>Asking the network takes %1 model calls, less than a second.</source>
        <translation>Das Netz zu fragen kostet %1 Modellaufrufe, weniger als eine Sekunde.</translation>
    </message>
</context>
<context>
    <name>ard::ui::Jumps</name>
    <message>
        <source>Choose a model call first</source>
        <translation>Wählen Sie zuerst einen Modellaufruf</translation>
    </message>
    <message>
        <source>The steps of this jump do not follow from the run&apos;s timestep schedule alone</source>
        <translation>Die Schritte dieses Sprungs folgen nicht allein aus dem Zeitschrittplan des Laufs</translation>
    </message>
    <message>
        <source>This model call skips nothing</source>
        <translation>Dieser Modellaufruf überspringt nichts</translation>
    </message>
    <message>
        <source>The run has not come to this model call yet</source>
        <translation>Der Lauf ist noch nicht bei diesem Modellaufruf</translation>
    </message>
    <message>
        <source>This run is of the model %1: choose it first</source>
        <translation>Dieser Lauf ist vom Modell %1: Wählen Sie es zuerst</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneController</name>
    <message>
        <source>With M %1</source>
        <translation>Mit M %1</translation>
    </message>
    <message>
        <source>With seed %1</source>
        <translation>Mit Seed %1</translation>
    </message>
    <message>
        <source>With eta %1</source>
        <translation>Mit Eta %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>With settings of its own...</source>
        <translation>Mit eigenen Einstellungen …</translation>
    </message>
    <message>
        <source>With the model %1</source>
        <translation>Mit dem Modell %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneDialog</name>
    <message>
        <source>Lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>What is not ticked is as the form says, in all lanes alike.</source>
        <translation>Ohne Häkchen gilt, was im Formular steht, in allen Spuren gleich.</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>Zeitschrittplan</translation>
    </message>
    <message>
        <source>Sampling steps M</source>
        <translation>Schrittzahl M</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Clamp</translation>
    </message>
    <message>
        <source>stride, tail=5 or list=1999,1500,0</source>
        <translation>stride, tail=5 oder list=1999,1500,0</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>The seed is a whole number from 0, not %1</source>
        <translation>Der Seed ist eine ganze Zahl ab 0, nicht %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Each model has an engine of its own while a lane has it</source>
        <translation>Jedes Modell hat eine eigene Engine, solange eine Spur es hat</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneHeader</name>
    <message>
        <source>Change this lane</source>
        <translation>Diese Spur ändern</translation>
    </message>
    <message>
        <source>Close this lane; its run stays in the list</source>
        <translation>Schließt diese Spur; ihr Lauf bleibt in der Liste</translation>
    </message>
    <message>
        <source>Drag it onto another lane to change places</source>
        <translation>Auf eine andere Spur ziehen, um den Platz zu tauschen</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneView</name>
    <message>
        <source>Lane %1: %2</source>
        <translation>Spur %1: %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneWordDelegate</name>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
</context>
<context>
    <name>ard::ui::LaneWordsModel</name>
    <message>
        <source>Lane %1: no word here</source>
        <translation>Spur %1: kein Wort hier</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, unchanged since model call %3 so far</source>
        <translation>Spur %1: „%2“, bisher unverändert seit Modellaufruf %3</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, for good since model call %3, first of all that have it</source>
        <translation>Spur %1: „%2“, endgültig seit Modellaufruf %3, als Erste von allen, die es haben</translation>
    </message>
    <message>
        <source>Lane %1: &quot;%2&quot;, for good since model call %3</source>
        <translation>Spur %1: „%2“, endgültig seit Modellaufruf %3</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Referenz</translation>
    </message>
</context>
<context>
    <name>ard::ui::LegendPainter</name>
    <message>
        <source>where every token starts</source>
        <translation>wo jedes Token beginnt</translation>
    </message>
    <message>
        <source>where it will be after each model call</source>
        <translation>wo es nach jedem Modellaufruf sein wird</translation>
    </message>
    <message>
        <source>lines: executed steps, skipping what lies between</source>
        <translation>Linien: ausgeführte Schritte; was dazwischen liegt, wird übersprungen</translation>
    </message>
    <message>
        <source>where every token is now</source>
        <translation>wo jedes Token jetzt ist</translation>
    </message>
    <message>
        <source>crossed; lines: executed steps</source>
        <translation>durchquert; Linien: ausgeführte Schritte</translation>
    </message>
    <message>
        <source>the next jump, skipping what lies between</source>
        <translation>der nächste Sprung, der das Dazwischen überspringt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>may still change</source>
        <translation>kann sich noch ändern</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>where it will be, one line for every %1 model calls</source>
        <translation>wo es sein wird, eine Linie je %1 Modellaufrufe</translation>
    </message>
    <message>
        <source>may still change, also at timestep 0, where noise %1 is left</source>
        <translation>kann sich noch ändern, auch bei Zeitschritt 0, wo Rauschen %1 bleibt</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>made noise again</source>
        <translation>wieder zu Rauschen gemacht</translation>
    </message>
    <message>
        <source>made noise again, also by the repair (ours)</source>
        <translation>wieder zu Rauschen gemacht, auch von der Nachbesserung (von uns)</translation>
    </message>
    <message>
        <source>made noise again by the repair (ours)</source>
        <translation>von der Nachbesserung (von uns) wieder zu Rauschen gemacht</translation>
    </message>
    <message>
        <source>where the branch parts</source>
        <translation>wo der Zweig abgeht</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>skipped steps, filled in</source>
        <translation>übersprungene Schritte, nachgerechnet</translation>
    </message>
    <message>
        <source>the front one step on</source>
        <translation>die Front einen Schritt weiter</translation>
    </message>
    <message>
        <source>how many timesteps the chosen token falls in it</source>
        <translation>um wie viele Zeitschritte das gewählte Token darin fällt</translation>
    </message>
    <message>
        <source>the schedule that the form has now</source>
        <translation>der Zeitschrittplan, der jetzt im Formular steht</translation>
    </message>
    <message>
        <source>the model was not trained for this schedule</source>
        <translation>für diesen Plan wurde das Modell nicht trainiert</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogModel</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Fehlersuche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>ard::ui::LogView</name>
    <message>
        <source>Log of the engine</source>
        <translation>Protokoll der Engine</translation>
    </message>
</context>
<context>
    <name>ard::ui::MainWindow</name>
    <message>
        <source>%1[*] – AR-Diffusion Explorer</source>
        <translation>%1[*] – AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>AR-Diffusion Explorer</source>
        <translation>AR-Diffusion Explorer</translation>
    </message>
</context>
<context>
    <name>ard::ui::MessageDecoder</name>
    <message>
        <source>The engine sent something that cannot be understood: %1</source>
        <translation>Die Engine hat etwas Unverständliches gesendet: %1</translation>
    </message>
    <message>
        <source>The command does not start an engine, it answers: %1</source>
        <translation>Der Befehl startet keine Engine, er antwortet: %1</translation>
    </message>
    <message>
        <source>The command does not start an engine: what it answers is none of its messages</source>
        <translation>Der Befehl startet keine Engine: Was er antwortet, ist keine ihrer Nachrichten</translation>
    </message>
    <message>
        <source>The command writes something before the engine answers; it is left out</source>
        <translation>Der Befehl schreibt etwas, bevor die Engine antwortet; es wird übergangen</translation>
    </message>
    <message>
        <source>The command writes something before the engine answers; it is left out: %1</source>
        <translation>Der Befehl schreibt etwas, bevor die Engine antwortet; es wird übergangen: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::ModelListModel</name>
    <message>
        <source>N %1, T %2, %3 words</source>
        <translation>N %1, T %2, %3 Wörter</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::OriginLine</name>
    <message>
        <source>The form differs: Run%1 follows it</source>
        <translation>Das Formular weicht ab: „Starten“%1 folgt ihm</translation>
    </message>
</context>
<context>
    <name>ard::ui::Page</name>
    <message>
        <source>timestep t</source>
        <translation>Zeitschritt t</translation>
    </message>
</context>
<context>
    <name>ard::ui::ParameterForm</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Shows the settings that are seldom changed</source>
        <translation>Zeigt die Einstellungen, die selten geändert werden</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1: %2 is the limit here</source>
        <translation>%1: %2 ist hier die Grenze</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>Anderer Seed</translation>
    </message>
</context>
<context>
    <name>ard::ui::PictureDialog</name>
    <message>
        <source>Export a picture</source>
        <translation>Ein Bild exportieren</translation>
    </message>
    <message>
        <source>&amp;Picture of:</source>
        <translation>&amp;Bild von:</translation>
    </message>
    <message>
        <source>&amp;Size:</source>
        <translation>&amp;Größe:</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>&amp;Farben:</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>as the window</source>
        <translation>wie das Fenster</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>This view is taken from the screen, in the colours of the window.</source>
        <translation>Diese Ansicht wird vom Bildschirm genommen, in den Farben des Fensters.</translation>
    </message>
</context>
<context>
    <name>ard::ui::PictureExport</name>
    <message>
        <source>Slide %1 × %2</source>
        <translation>Folie %1 × %2</translation>
    </message>
    <message>
        <source>Page %1 × %2</source>
        <translation>Seite %1 × %2</translation>
    </message>
    <message>
        <source>As on screen %1 × %2</source>
        <translation>Wie auf dem Bildschirm %1 × %2</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Ein Bild sichern</translation>
    </message>
    <message>
        <source>plane.png</source>
        <translation>ebene.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png);;SVG drawings (*.svg);;PDF pages (*.pdf)</source>
        <translation>PNG-Bilder (*.png);;SVG-Zeichnungen (*.svg);;PDF-Seiten (*.pdf)</translation>
    </message>
    <message>
        <source>window.png</source>
        <translation>fenster.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>There is no run to export yet</source>
        <translation>Es gibt noch keinen Lauf, der ausgegeben werden könnte</translation>
    </message>
    <message>
        <source>Save a page that plays in a browser</source>
        <translation>Eine Seite sichern, die im Browser abspielt</translation>
    </message>
    <message>
        <source>film.html</source>
        <translation>film.html</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Die Zahlen sichern</translation>
    </message>
    <message>
        <source>runs.csv</source>
        <translation>laeufe.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv);;JSON (*.json)</source>
        <translation>Tabellen (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>An export is a .png, .svg, .pdf, .gif, .html, .csv or .json file</source>
        <translation>Eine Ausgabe ist eine Datei .png, .svg, .pdf, .gif, .html, .csv oder .json</translation>
    </message>
    <message>
        <source>Save an animation</source>
        <translation>Animation speichern</translation>
    </message>
    <message>
        <source>film.gif</source>
        <translation>film.gif</translation>
    </message>
    <message>
        <source>GIF animations (*.gif)</source>
        <translation>GIF-Animationen (*.gif)</translation>
    </message>
    <message>
        <source>the whole page</source>
        <translation>die ganze Seite</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlanePanel</name>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>This is the plan: every orange line is one model call and shows how far each position is denoised after it. Press Run to see the model follow it.</source>
        <translation>Das ist der Plan: Jede orange Linie ist ein Modellaufruf und zeigt, wie weit jede Position danach entrauscht ist. Mit „Starten“ folgt ihm das Modell.</translation>
    </message>
    <message>
        <source>In this plan all positions reach timestep 0 together, in the last jump: whether left words come first is then seen in the words, not in the timesteps.</source>
        <translation>In diesem Plan erreichen alle Positionen Zeitschritt 0 gemeinsam, im letzten Sprung: Ob linke Wörter zuerst kommen, sieht man dann an den Wörtern, nicht an den Zeitschritten.</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 · timestep %3 → %4</source>
        <translation>Position %1 · Modellaufruf %2 · Zeitschritt %3 → %4</translation>
    </message>
    <message>
        <source>%1, probability %2</source>
        <translation>%1, Wahrscheinlichkeit %2</translation>
    </message>
    <message>
        <source>The plan of the next run: %1, %2</source>
        <translation>Der Plan des nächsten Laufs: %1, %2</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>words: %1</source>
        <translation>Wörter: %1</translation>
    </message>
    <message>
        <source>This is the plan: the orange lines show how far each position is denoised, one line for every %1 model calls. Press Run to see the model follow it.</source>
        <translation>Das ist der Plan: Die orangen Linien zeigen, wie weit jede Position entrauscht ist, eine Linie je %1 Modellaufrufe. Mit „Starten“ folgt ihm das Modell.</translation>
    </message>
    <message>
        <source>Into the jump of model call %1</source>
        <translation>In den Sprung von Modellaufruf %1</translation>
    </message>
    <message>
        <source>Choose this cell</source>
        <translation>Diese Zelle wählen</translation>
    </message>
    <message>
        <source>learned: what is drawn is custom</source>
        <translation>gelernt: Was gezeichnet wird, ist ein eigener</translation>
    </message>
    <message>
        <source>custom: draw the lines</source>
        <translation>eigener: die Linien zeichnen</translation>
    </message>
    <message>
        <source>custom, drawn from the learned one</source>
        <translation>eigener, aus dem gelernten gezeichnet</translation>
    </message>
    <message>
        <source>custom, drawn</source>
        <translation>eigener, gezeichnet</translation>
    </message>
    <message>
        <source>timestep %1 to %2</source>
        <translation>Zeitschritt %1 bis %2</translation>
    </message>
    <message>
        <source>pinned: it cannot become another word</source>
        <translation>festgehalten: kann kein anderes Wort werden</translation>
    </message>
</context>
<context>
    <name>ard::ui::PlaneView</name>
    <message>
        <source>Plane of position by timestep</source>
        <translation>Ebene aus Position und Zeitschritt</translation>
    </message>
    <message>
        <source>timestep t</source>
        <translation>Zeitschritt t</translation>
    </message>
    <message>
        <source>⚠ off the model&apos;s training</source>
        <translation>⚠ nicht so trainiert</translation>
    </message>
    <message>
        <source>model call %1, sentence step %2</source>
        <translation>Modellaufruf %1, Satzschritt %2</translation>
    </message>
    <message>
        <source>position %1</source>
        <translation>Position %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Recovery</name>
    <message>
        <source>Unsaved runs cannot be kept for a recovery in %1</source>
        <translation>Ungesicherte Läufe können nicht zur Rettung in %1 aufgehoben werden</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerEditor</name>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>K = </source>
        <comment>calls of the ruler tail</comment>
        <translation>K = </translation>
    </message>
    <message>
        <source>Calls in the last N sentence steps</source>
        <translation>Aufrufe in den letzten N Satzschritten</translation>
    </message>
    <message>
        <source>How many of the M calls are spent on the last N sentence steps</source>
        <translation>Wie viele der M Aufrufe auf die letzten N Satzschritte entfallen</translation>
    </message>
    <message>
        <source>Executed sentence steps</source>
        <translation>Ausgeführte Satzschritte</translation>
    </message>
    <message>
        <source>The executed sentence steps, falling, with commas or spaces between them; the first and the last one are added</source>
        <translation>Die ausgeführten Satzschritte, fallend, durch Kommas oder Leerzeichen getrennt; der erste und der letzte werden ergänzt</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerPainter</name>
    <message>
        <source>last jump %1, the others %2</source>
        <translation>letzter Sprung %1, die anderen %2</translation>
    </message>
    <message>
        <source>sentence steps: %1 executed, %2 skipped</source>
        <translation>Satzschritte: %1 ausgeführt, %2 übersprungen</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerPanel</name>
    <message>
        <source>Ruler</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Which sentence steps are executed</source>
        <translation>Welche Satzschritte ausgeführt werden</translation>
    </message>
</context>
<context>
    <name>ard::ui::RulerView</name>
    <message>
        <source>Ruler: executed and skipped sentence steps</source>
        <translation>Lineal: ausgeführte und übersprungene Satzschritte</translation>
    </message>
    <message>
        <source>%1 executed of %2</source>
        <translation>%1 von %2 ausgeführt</translation>
    </message>
    <message>
        <source>chosen: sentence step %1</source>
        <translation>gewählt: Satzschritt %1</translation>
    </message>
    <message>
        <source>Up and down choose an executed step, left and right move it, Insert adds one behind it, Delete removes it</source>
        <translation>Auf und ab wählen einen ausgeführten Schritt, links und rechts verschieben ihn, Einfg fügt dahinter einen hinzu, Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Execute sentence step %1</source>
        <translation>Satzschritt %1 ausführen</translation>
    </message>
    <message>
        <source>Skip sentence step %1</source>
        <translation>Satzschritt %1 überspringen</translation>
    </message>
    <message>
        <source>Into the jump of model call %1</source>
        <translation>In den Sprung von Modellaufruf %1</translation>
    </message>
    <message>
        <source>Sentence step %1: executed</source>
        <translation>Satzschritt %1: ausgeführt</translation>
    </message>
    <message>
        <source>Sentence step %1: skipped</source>
        <translation>Satzschritt %1: übersprungen</translation>
    </message>
    <message>
        <source>Drag an executed step, double-click to add one, Delete to remove one</source>
        <translation>Einen ausgeführten Schritt ziehen, mit Doppelklick hinzufügen, mit Entf entfernen</translation>
    </message>
</context>
<context>
    <name>ard::ui::Run</name>
    <message>
        <source>#%1 %2 (%3, M %4, seed %5)</source>
        <translation>#%1 %2 (%3, M %4, Seed %5)</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Engine</translation>
    </message>
    <message>
        <source>running, %1</source>
        <translation>läuft, %1</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>angehalten nach %1</translation>
    </message>
    <message>
        <source>interrupted after %1</source>
        <translation>unterbrochen nach %1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>gescheitert nach %1</translation>
    </message>
    <message>
        <source>The engine started a run that was already under way</source>
        <translation>Die Engine hat einen Lauf begonnen, der schon lief</translation>
    </message>
    <message>
        <source>The engine sent a step of a run that is not under way</source>
        <translation>Die Engine hat einen Schritt eines Laufs gesendet, der nicht läuft</translation>
    </message>
    <message>
        <source>The engine ended the run before its last step</source>
        <translation>Die Engine hat den Lauf vor dem letzten Schritt beendet</translation>
    </message>
    <message>
        <source>The run has more steps than its plan</source>
        <translation>Der Lauf hat mehr Schritte als sein Plan</translation>
    </message>
    <message>
        <source>The run&apos;s plan of timesteps does not hold together</source>
        <translation>Der Zeitschrittplan des Laufs ist nicht stimmig</translation>
    </message>
    <message>
        <source>Model call %1 was expected, but number %2 came</source>
        <translation>Modellaufruf %1 war erwartet, aber Nummer %2 kam</translation>
    </message>
    <message>
        <source>Step %1 does not fit the run&apos;s plan</source>
        <translation>Schritt %1 passt nicht zum Plan des Laufs</translation>
    </message>
    <message>
        <source>The engine went on from a run of another length</source>
        <translation>Die Engine setzte einen Lauf anderer Länge fort</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunController</name>
    <message>
        <source>Recorded runs (*.ardrun)</source>
        <translation>Aufgezeichnete Läufe (*.ardrun)</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Einen Modellordner öffnen</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>Den Lauf sichern</translation>
    </message>
    <message>
        <source>Open a recorded run or a board</source>
        <translation>Einen aufgezeichneten Lauf oder Spuren öffnen</translation>
    </message>
    <message>
        <source>Runs and boards (*.ardrun *.ardboard)</source>
        <translation>Läufe und Spuren (*.ardrun *.ardboard)</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunListModel</name>
    <message>
        <source>Memory: %1</source>
        <translation>Speicher: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunMemory</name>
    <message>
        <source>%1 of at most %2</source>
        <translation>%1 von höchstens %2</translation>
    </message>
    <message>
        <source>This run would take %1 of memory, and a run may take at most %2: ask for fewer sampling steps</source>
        <translation>Dieser Lauf bräuchte %1 Speicher, und ein Lauf darf höchstens %2 belegen: weniger Abtastschritte verlangen</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunRequests</name>
    <message>
        <source>The lane was closed before its model was there</source>
        <translation>Die Spur wurde geschlossen, bevor ihr Modell da war</translation>
    </message>
</context>
<context>
    <name>ard::ui::RunsView</name>
    <message>
        <source>Runs of this session</source>
        <translation>Läufe dieser Sitzung</translation>
    </message>
</context>
<context>
    <name>ard::ui::SamplingPanel</name>
    <message>
        <source>Sampling</source>
        <translation>Abtastung</translation>
    </message>
    <message>
        <source>Timestep schedule</source>
        <translation>Zeitschrittplan</translation>
    </message>
    <message>
        <source>&amp;Timestep schedule</source>
        <translation>&amp;Zeitschrittplan</translation>
    </message>
    <message>
        <source>Load a table…</source>
        <translation>Tabelle laden …</translation>
    </message>
    <message>
        <source>A CSV file with a line of timesteps for each sentence step, or what “ardiff schedule --format json” prints</source>
        <translation>Eine CSV-Datei mit einer Zeile Zeitschritte für jeden Satzschritt, oder was „ardiff schedule --format json“ ausgibt</translation>
    </message>
    <message>
        <source>Load the table of a custom timestep schedule</source>
        <translation>Tabelle eines eigenen Zeitschrittplans laden</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>R&amp;uler</source>
        <translation>&amp;Lineal</translation>
    </message>
    <message>
        <source>%1: %2 is the limit here</source>
        <translation>%1: %2 ist hier die Grenze</translation>
    </message>
    <message>
        <source>Draw by hand…</source>
        <translation>Von Hand zeichnen…</translation>
    </message>
    <message>
        <source>Draw where every token is at a few sentence steps</source>
        <translation>Zeichnen, wo jedes Token bei einigen Satzschritten ist</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScheduleChoice</name>
    <message>
        <source>Timestep schedule</source>
        <translation>Zeitschrittplan</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScheduleEditor</name>
    <message>
        <source>Draw a timestep schedule</source>
        <translation>Einen Zeitschrittplan zeichnen</translation>
    </message>
    <message>
        <source>Each line is where all tokens are at one sentence step. Press on a line and draw: the others give way, so that no token ever goes back to more noise.</source>
        <translation>Jede Linie ist, wo alle Token bei einem Satzschritt sind. Drücken Sie auf eine Linie und zeichnen Sie: Die anderen weichen aus, sodass kein Token je zu mehr Rauschen zurückgeht.</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Linien</translation>
    </message>
    <message>
        <source>From the &amp;present one</source>
        <translation>Vom &amp;jetzigen</translation>
    </message>
    <message>
        <source>Begin with the form&apos;s timestep schedule</source>
        <translation>Mit dem Zeitschrittplan des Formulars beginnen</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>L&amp;aden…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Save the timestep schedule</source>
        <translation>Den Zeitschrittplan speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Load the table of a custom timestep schedule</source>
        <translation>Die Tabelle eines eigenen Zeitschrittplans laden</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.json *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ard::ui::ScrubRuler</name>
    <message>
        <source>Step of the run</source>
        <translation>Schritt des Laufs</translation>
    </message>
    <message>
        <source>Step %1 · sentence step %2</source>
        <translation>Schritt %1 · Satzschritt %2</translation>
    </message>
    <message>
        <source>words changed: %1</source>
        <translation>geänderte Wörter: %1</translation>
    </message>
    <message>
        <source>words settled: %1</source>
        <translation>nun gesetzte Wörter: %1</translation>
    </message>
    <message>
        <source>marker %1</source>
        <translation>Marke %1</translation>
    </message>
    <message>
        <source>Step %1 · repair (ours)</source>
        <translation>Schritt %1 · Nachbesserung (von uns)</translation>
    </message>
</context>
<context>
    <name>ard::ui::SeedEdit</name>
    <message>
        <source>A seed is a whole number from 0 to %1</source>
        <translation>Ein Seed ist eine ganze Zahl von 0 bis %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::Session</name>
    <message>
        <source>The run was not saved to %1: %2</source>
        <translation>Der Lauf wurde nicht in %1 gesichert: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Erst ein Modell wählen</translation>
    </message>
    <message>
        <source>Stop the run before choosing another model</source>
        <translation>Erst den Lauf anhalten, dann ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>There is no model folder %1</source>
        <translation>Es gibt keinen Modellordner %1</translation>
    </message>
    <message>
        <source>There is no model folder %1; models by name: %2</source>
        <translation>Es gibt keinen Modellordner %1; Modelle mit Namen: %2</translation>
    </message>
    <message>
        <source>The engine has no models of its own: give the folder of one on its machine (File, Open a model folder)</source>
        <translation>Die Engine hat keine eigenen Modelle: Geben Sie den Ordner eines Modells auf ihrem Rechner an (Datei, Modellordner öffnen)</translation>
    </message>
    <message>
        <source>The name of the model folder %1 is not UTF-8: give it another name</source>
        <translation>Der Name des Modellordners %1 ist kein UTF-8: bitte umbenennen</translation>
    </message>
    <message>
        <source>Waiting for the models of the lanes</source>
        <translation>Wartet auf die Modelle der Spuren</translation>
    </message>
    <message>
        <source>The board was not saved to %1: %2</source>
        <translation>Die Spuren wurden nicht nach %1 gesichert: %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettingsDialog</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>&amp;Command that starts the engine</source>
        <translation>&amp;Befehl, der die Engine startet</translation>
    </message>
    <message>
        <source>Empty: the one that came with this window. Another machine computes with a command such as “ssh gpu-box ardiff serve”. A new command restarts the engine; runs on screen stay.</source>
        <translation>Leer: die, die mit diesem Fenster kam. Ein anderer Rechner rechnet mit einem Befehl wie „ssh gpu-box ardiff serve“. Ein neuer Befehl startet die Engine neu; Läufe auf dem Bildschirm bleiben.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Folders of your own that hold model folders, besides the bundled ones.</source>
        <translation>Eigene Ordner, die Modellordner enthalten, neben den mitgelieferten.</translation>
    </message>
    <message>
        <source>Folders with models</source>
        <translation>Ordner mit Modellen</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>A folder that holds model folders</source>
        <translation>Ein Ordner, der Modellordner enthält</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Time that it has to answer at its start</source>
        <translation>&amp;Zeit, die sie am Anfang zum Antworten hat</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>Reduced: nothing slides, fades or blinks</source>
        <translation>Wenig: nichts gleitet, blendet oder blinkt</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>Be&amp;wegung</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettleMapView</name>
    <message>
        <source>When every position settled, by word, by margin and by timestep schedule</source>
        <translation>Wann jede Position gesetzt war, nach Wort, nach Vorsprung und nach Zeitschrittplan</translation>
    </message>
    <message>
        <source>Margin %1</source>
        <translation>Vorsprung %1</translation>
    </message>
    <message>
        <source>From which margin on a position counts as settled</source>
        <translation>Ab welchem Vorsprung eine Position als gesetzt gilt</translation>
    </message>
    <message>
        <source>By margin: since then the most probable word has been ahead of the next by so much</source>
        <translation>Nach Vorsprung: Seitdem liegt das wahrscheinlichste Wort so weit vor dem nächsten</translation>
    </message>
    <message>
        <source>τ %1</source>
        <translation>τ %1</translation>
    </message>
    <message>
        <source>by word</source>
        <translation>nach Wort</translation>
    </message>
    <message>
        <source>by margin</source>
        <translation>nach Vorsprung</translation>
    </message>
    <message>
        <source>by timestep</source>
        <translation>nach Zeitschritt</translation>
    </message>
    <message>
        <source>The word can settle long before its timestep is 0, and in the last jump even with it.</source>
        <translation>Das Wort kann lange gesetzt sein, bevor sein Zeitschritt 0 ist, und im letzten Sprung auch erst mit ihm.</translation>
    </message>
    <message>
        <source>%1 of %2 words can change no more: on average they came up %3 model calls before their timestep was 0</source>
        <translation>%1 von %2 Wörtern können sich nicht mehr ändern: Im Mittel kamen sie %3 Modellaufrufe, bevor ihr Zeitschritt 0 war</translation>
    </message>
    <message>
        <source>settled in model call</source>
        <translation>gesetzt in Modellaufruf</translation>
    </message>
    <message>
        <source>may still change</source>
        <translation>kann sich noch ändern</translation>
    </message>
    <message>
        <source>not settled</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here a map shows when each of its words settled.</source>
        <translation>Lassen Sie einen Satz laufen oder öffnen Sie einen Lauf: Hier zeigt eine Karte, wann jedes seiner Wörter gesetzt war.</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>%1: not settled</source>
        <translation>%1: nicht gesetzt</translation>
    </message>
    <message>
        <source>%1: since model call %2</source>
        <translation>%1: seit Modellaufruf %2</translation>
    </message>
    <message>
        <source>%1: since model call %2, and may still change</source>
        <translation>%1: seit Modellaufruf %2, kann sich aber noch ändern</translation>
    </message>
</context>
<context>
    <name>ard::ui::SettleView</name>
    <message>
        <source>The order in which words settle</source>
        <translation>Die Reihenfolge, in der Wörter gesetzt werden</translation>
    </message>
    <message>
        <source>Settled by word</source>
        <translation>Gesetzt nach Wort</translation>
    </message>
    <message>
        <source>Settled by timestep</source>
        <translation>Gesetzt nach Zeitschritt</translation>
    </message>
    <message>
        <source>What counts as settled</source>
        <translation>Was als gesetzt gilt</translation>
    </message>
    <message>
        <source>By word: it never changes again. By timestep: it is 0, as the timestep schedule alone decides</source>
        <translation>Nach Wort: Es ändert sich nie mehr. Nach Zeitschritt: Er ist 0, was allein der Zeitschrittplan bestimmt</translation>
    </message>
    <message>
        <source>Rising from left to right: left words first (τ 1). Level: all at once. Outlines may still change.</source>
        <translation>Von links nach rechts steigend: linke Wörter zuerst (τ 1). Waagrecht: alle zugleich. Umrisse können sich noch ändern.</translation>
    </message>
    <message>
        <source>τ %1 by word · %2 by timestep</source>
        <translation>τ %1 nach Wort · %2 nach Zeitschritt</translation>
    </message>
    <message>
        <source>settled in model call</source>
        <translation>gesetzt in Modellaufruf</translation>
    </message>
    <message>
        <source>Lane %1, position %2: &quot;%3&quot;, since model call %4</source>
        <translation>Spur %1, Position %2: „%3“, seit Modellaufruf %4</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetController</name>
    <message>
        <source>Keep the contact sheet in a folder</source>
        <translation>Kontaktbogen in einem Ordner aufheben</translation>
    </message>
    <message>
        <source>Open the cells of a comparison</source>
        <translation>Zellen eines Vergleichs öffnen</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetDelegate</name>
    <message>
        <source>= M %1</source>
        <comment>the same sentence as with M</comment>
        <translation>= M %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetModel</name>
    <message>
        <source>not filled yet</source>
        <translation>noch nicht gefüllt</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Engine</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>%1 von %2 Aufrufen</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 Aufruf</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Aufrufe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model calls and time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>chrF %1</source>
        <translation>chrF %1</translation>
    </message>
    <message>
        <source>%1, M %2, seed %3</source>
        <translation>%1, M %2, Seed %3</translation>
    </message>
    <message>
        <source>The same sentence as with M %1</source>
        <translation>Derselbe Satz wie mit M %1</translation>
    </message>
    <message>
        <source>starting noise %1</source>
        <translation>Anfangsrauschen %1</translation>
    </message>
    <message>
        <source>Settling order over %1 outputs of the folder: Kendall&apos;s tau %2</source>
        <translation>Reihenfolge über %1 Ausgaben des Ordners: Kendalls Tau %2</translation>
    </message>
    <message>
        <source>M %1</source>
        <translation>M %1</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetRowHeader</name>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::SheetView</name>
    <message>
        <source>Take the form</source>
        <translation>Formular nehmen</translation>
    </message>
    <message>
        <source>Contact sheet: timestep schedules by sampling steps</source>
        <translation>Kontaktbogen: Zeitschrittpläne und Abtastschritte</translation>
    </message>
    <message>
        <source>A new sheet of the sentence and the settings in the form</source>
        <translation>Ein neuer Bogen mit dem Satz und den Einstellungen des Formulars</translation>
    </message>
    <message>
        <source>Reference sentence</source>
        <translation>Referenzsatz</translation>
    </message>
    <message>
        <source>How near does every cell come to it? chrF, 0 to 100</source>
        <translation>Wie nahe kommt ihm jede Zelle? chrF, 0 bis 100</translation>
    </message>
    <message>
        <source>Cells of the folder that belong together</source>
        <translation>Zellen des Ordners, die zusammengehören</translation>
    </message>
    <message>
        <source>Number of the sentence in the folder</source>
        <translation>Nummer des Satzes im Ordner</translation>
    </message>
    <message>
        <source>Timestep schedules</source>
        <translation>Zeitschrittpläne</translation>
    </message>
    <message>
        <source>Timestep schedules, separated by commas, as ardiff compare has them: lagged:50, ar-diffusion:anchor-scale=1</source>
        <translation>Zeitschrittpläne, durch Kommas getrennt, wie bei ardiff compare: lagged:50, ar-diffusion:anchor-scale=1</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Numbers of sampling steps, separated by commas</source>
        <translation>Zahlen von Abtastschritten, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Seeds, separated by commas</source>
        <translation>Seeds, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Seeds that are shown</source>
        <translation>Gezeigte Seeds</translation>
    </message>
    <message>
        <source>All seeds</source>
        <translation>Alle Seeds</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>Seeds %1 · k %2 · sentences: %3</source>
        <translation>Seeds %1 · k %2 · Sätze: %3</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>No sentence yet</source>
        <translation>Noch kein Satz</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>Fill 1 cell</source>
        <translation>1 Zelle füllen</translation>
    </message>
    <message>
        <source>Fill %1 cells</source>
        <translation>%1 Zellen füllen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading or writing the folder</source>
        <translation>Ordner wird gelesen oder geschrieben</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Lauf öffnen</translation>
    </message>
    <message>
        <source>Open the run in one more lane</source>
        <translation>Lauf in einer weiteren Spur öffnen</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>Satz kopieren</translation>
    </message>
    <message>
        <source>Fill this cell</source>
        <translation>Diese Zelle füllen</translation>
    </message>
</context>
<context>
    <name>ard::ui::ShortcutDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command by its words</source>
        <translation>Einen Befehl an seinen Wörtern finden</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>&amp;All as at first</source>
        <translation>&amp;Alle wie am Anfang</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Taste</translation>
    </message>
    <message>
        <source>&amp;Other key</source>
        <translation>&amp;Zweite Taste</translation>
    </message>
    <message>
        <source>Take this key away</source>
        <translation>Diese Taste wegnehmen</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>Wie am An&amp;fang</translation>
    </message>
</context>
<context>
    <name>ard::ui::Shortcuts</name>
    <message>
        <source>%1 moves in the window or opens a menu: no command can have it.</source>
        <translation>%1 bewegt sich im Fenster oder öffnet ein Menü: Kein Befehl kann diese Taste haben.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2” already.</source>
        <translation>%1 ist schon die Taste von „%2“.</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourceNote</name>
    <message>
        <source>Cut to its first %1 pieces: the model reads no more.</source>
        <translation>Auf die ersten %1 Teile gekürzt: Mehr liest das Modell nicht.</translation>
    </message>
    <message>
        <source>Unknown to the model: %1 of %2 pieces. It sees no difference between them.</source>
        <translation>Dem Modell unbekannt: %1 von %2 Teilen. Es sieht keinen Unterschied zwischen ihnen.</translation>
    </message>
</context>
<context>
    <name>ard::ui::SourcePanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>What the model is given</source>
        <translation>Was das Modell bekommt</translation>
    </message>
    <message>
        <source>No model was found: give its folder with --model, or open a run file.</source>
        <translation>Kein Modell gefunden: den Ordner mit --model angeben oder einen Lauf öffnen.</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>%1 positions</source>
        <translation>%1 Positionen</translation>
    </message>
    <message>
        <source>up to %1 positions</source>
        <translation>bis zu %1 Positionen</translation>
    </message>
    <message>
        <source>T %1</source>
        <translation>T %1</translation>
    </message>
    <message>
        <source>%1 M parameters</source>
        <translation>%1 M Parameter</translation>
    </message>
    <message>
        <source>The engine is asked which models it has.</source>
        <translation>Die Engine wird gefragt, welche Modelle sie hat.</translation>
    </message>
</context>
<context>
    <name>ard::ui::StartJob</name>
    <message>
        <source>Nothing came of it within %1 seconds: %2</source>
        <translation>In %1 Sekunden kam nichts dabei heraus: %2</translation>
    </message>
    <message>
        <source>There is no model to run: give its folder with --model</source>
        <translation>Es gibt kein Modell: den Ordner mit --model angeben</translation>
    </message>
</context>
<context>
    <name>ard::ui::StepTableModel</name>
    <message>
        <source>Model call %1: sentence step %2 to %3, %4 ms</source>
        <translation>Modellaufruf %1: Satzschritt %2 auf %3, %4 ms</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, festgehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::StripPainter</name>
    <message>
        <source>settled by word</source>
        <translation>gesetzt nach Wort</translation>
    </message>
    <message>
        <source>by schedule</source>
        <translation>nach Plan</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripModel</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, festgehalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::TextStripView</name>
    <message>
        <source>The sentence at this step</source>
        <translation>Der Satz bei diesem Schritt</translation>
    </message>
    <message>
        <source>Left and right choose a position</source>
        <translation>Links und rechts wählen eine Position</translation>
    </message>
    <message>
        <source>The words appear here: press Run%1.</source>
        <translation>Die Wörter erscheinen hier: Starten drücken%1.</translation>
    </message>
    <message>
        <source>The words appear here: type a source on the left and press Run%1.</source>
        <translation>Hier erscheinen die Wörter: links eine Quelle eingeben und „Starten“ drücken%1.</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenCardView</name>
    <message>
        <source>Click a word or a cell to see the numbers behind it.</source>
        <translation>Ein Wort oder eine Zelle anklicken, um die Zahlen dahinter zu sehen.</translation>
    </message>
    <message>
        <source>Token card</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Position %1 · model call %2 of %3 · sentence step %4</source>
        <translation>Position %1 · Modellaufruf %2 von %3 · Satzschritt %4</translation>
    </message>
    <message>
        <source>was “%1” one call before</source>
        <translation>war „%1“ einen Aufruf zuvor</translation>
    </message>
    <message>
        <source>timestep 0 is not clean in this model (deviation %1): the word can still change</source>
        <translation>Zeitschritt 0 ist bei diesem Modell nicht rauschfrei (Abweichung %1): das Wort kann sich noch ändern</translation>
    </message>
    <message>
        <source>Click a word to put it in the place of the one that is shown: the rest runs anew. With Ctrl it is pinned, with Shift in a further lane</source>
        <translation>Ein Klick setzt das Wort an die Stelle des gezeigten: Der Rest läuft neu. Mit Strg wird es festgehalten, mit Umschalt in einer weiteren Spur</translation>
    </message>
    <message>
        <source>&amp;Replace the word by “%1”</source>
        <translation>Wort durch „%1“ &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Pin “%1” here</source>
        <translation>„%1“ ab hier &amp;festhalten</translation>
    </message>
    <message>
        <source>R&amp;eplace it in a further lane</source>
        <translation>In einer weiteren Spur e&amp;rsetzen</translation>
    </message>
    <message>
        <source>P&amp;in it in a further lane</source>
        <translation>In einer weiteren Spur fest&amp;halten</translation>
    </message>
    <message>
        <source>pinned: it cannot become another word</source>
        <translation>festgehalten: kann kein anderes Wort werden</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenCurvesView</name>
    <message>
        <source>Probability, margin, entropy and distance of a token against model calls</source>
        <translation>Wahrscheinlichkeit, Vorsprung, Entropie und Abstand eines Tokens über den Modellaufrufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>letter of a lane, word</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>probability of the word</source>
        <translation>Wahrscheinlichkeit des Worts</translation>
    </message>
    <message>
        <source>margin over the next word</source>
        <translation>Vorsprung vor dem nächsten Wort</translation>
    </message>
    <message>
        <source>entropy, nats</source>
        <translation>Entropie, Nat</translation>
    </message>
    <message>
        <source>distance to an embedding</source>
        <translation>Abstand zu einem Embedding</translation>
    </message>
    <message>
        <source>Click a word or a cell: here its numbers over all model calls are drawn.</source>
        <translation>Klicken Sie ein Wort oder eine Zelle an: Hier werden seine Zahlen über alle Modellaufrufe gezeichnet.</translation>
    </message>
    <message>
        <source>Run a sentence or open a run.</source>
        <translation>Lassen Sie einen Satz laufen oder öffnen Sie einen Lauf.</translation>
    </message>
    <message>
        <source>Position %1 · %2</source>
        <translation>Position %1 · %2</translation>
    </message>
    <message>
        <source>Model call %1</source>
        <translation>Modellaufruf %1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot;, probability %3, margin %4, entropy %5, distance %6</source>
        <translation>%1: „%2“, Wahrscheinlichkeit %3, Vorsprung %4, Entropie %5, Abstand %6</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenGridView</name>
    <message>
        <source>Table of executed steps by position</source>
        <translation>Tabelle der ausgeführten Schritte mal Position</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
</context>
<context>
    <name>ard::ui::TokenPair</name>
    <message>
        <source>%1 · call %2</source>
        <translation>%1 · Aufruf %2</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Aufruf %1</translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation>Kandidaten: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::TransportBar</name>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Speed of the film, in model calls a second</source>
        <translation>Tempo des Films, in Modellaufrufen je Sekunde</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>s %1</source>
        <translation>s %1</translation>
    </message>
    <message>
        <source>repair (ours)</source>
        <translation>Nachbesserung (von uns)</translation>
    </message>
</context>
<context>
    <name>ard::ui::UnsavedRuns</name>
    <message>
        <source>Unsaved runs</source>
        <translation>Ungesicherte Läufe</translation>
    </message>
    <message>
        <source>One of them is under way and would be stopped.</source>
        <translation>Einer davon läuft noch und würde angehalten.</translation>
    </message>
    <message>
        <source>Closing the window drops them.</source>
        <translation>Beim Schließen des Fensters gehen sie verloren.</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>Alle sichern …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unsaved run</source>
        <translation>Ungesicherter Lauf</translation>
    </message>
    <message>
        <source>This run is not saved.</source>
        <translation>Dieser Lauf ist nicht gesichert.</translation>
    </message>
    <message>
        <source>A folder for the unsaved runs</source>
        <translation>Ein Ordner für die ungesicherten Läufe</translation>
    </message>
    <message>
        <source>Runs that are not saved: %1</source>
        <translation>Läufe, die nicht gesichert sind: %1</translation>
    </message>
</context>
<context>
    <name>ard::ui::UnsavedSheet</name>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Cells of the contact sheet that no folder holds: %1</source>
        <translation>Zellen des Kontaktbogens, die in keinem Ordner sind: %1</translation>
    </message>
    <message>
        <source>Closing the window drops them.</source>
        <translation>Mit dem Fenster gehen sie verloren.</translation>
    </message>
    <message>
        <source>Keep them in a folder…</source>
        <translation>In einem Ordner behalten …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep the contact sheet in a folder</source>
        <translation>Den Kontaktbogen in einem Ordner behalten</translation>
    </message>
</context>
<context>
    <name>ard::ui::VocabularyInspector</name>
    <message>
        <source>The engine did not say where its words lie</source>
        <translation>Die Engine hat nicht gesagt, wo ihre Wörter liegen</translation>
    </message>
</context>
<context>
    <name>ard::ui::WelcomeView</name>
    <message>
        <source>AR-Diffusion Explorer</source>
        <translation>AR-Diffusion Explorer</translation>
    </message>
    <message>
        <source>See how a diffusion model writes a sentence: all positions at once, or left words before right ones, step by step on a real model.</source>
        <translation>Sehen, wie ein Diffusionsmodell einen Satz schreibt: alle Stellen zugleich oder linke Wörter vor rechten, Schritt für Schritt an einem echten Modell.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Zeig es mir</translation>
    </message>
    <message>
        <source>Compare on my own sentence</source>
        <translation>Am eigenen Satz vergleichen</translation>
    </message>
    <message>
        <source>Plays a recorded comparison of three timestep schedules; needs no engine</source>
        <translation>Spielt einen aufgezeichneten Vergleich dreier Zeitschrittpläne ab; braucht keine Engine</translation>
    </message>
    <message>
        <source>Recorded examples</source>
        <translation>Aufgezeichnete Beispiele</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Runs the sentence on the left under three timestep schedules</source>
        <translation>Führt den Satz links mit drei Zeitschrittplänen aus</translation>
    </message>
</context>
<context>
    <name>ard::ui::WhatIf</name>
    <message>
        <source>There is no run yet to branch from</source>
        <translation>Es gibt noch keinen Lauf, von dem ein Zweig ausgehen kann</translation>
    </message>
    <message>
        <source>Wait until the run is finished, or stop it</source>
        <translation>Warten Sie, bis der Lauf fertig ist, oder halten Sie ihn an</translation>
    </message>
    <message>
        <source>A run can be continued %1 times: branch from an earlier one</source>
        <translation>Ein Lauf kann %1-mal fortgesetzt werden: Verzweigen Sie von einem früheren</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Wählen Sie zuerst ein Modell</translation>
    </message>
    <message>
        <source>This run is of the model %1: choose it first</source>
        <translation>Dieser Lauf ist vom Modell %1: Wählen Sie es zuerst</translation>
    </message>
    <message>
        <source>Choose a word first: click it, or move to it with the arrow keys</source>
        <translation>Wählen Sie zuerst ein Wort: Klicken Sie es an oder gehen Sie mit den Pfeiltasten hin</translation>
    </message>
    <message>
        <source>There are %1 lanes already: close one, or branch in this one</source>
        <translation>Es gibt schon %1 Spuren: Schließen Sie eine oder verzweigen Sie in dieser</translation>
    </message>
    <message>
        <source>At the starting noise there is no word yet: type the one to pin</source>
        <translation>Beim Anfangsrauschen gibt es noch kein Wort: Geben Sie das ein, das festgehalten werden soll</translation>
    </message>
</context>
<context>
    <name>ard::ui::WhatIfController</name>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>Rückgän&amp;gig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rückgän&amp;gig</translation>
    </message>
    <message>
        <source>Re&amp;do: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordMapView</name>
    <message>
        <source>The way of a token among the words of the model</source>
        <translation>Der Weg eines Tokens unter den Wörtern des Modells</translation>
    </message>
    <message>
        <source>Position %1</source>
        <translation>Position %1</translation>
    </message>
    <message>
        <source>the same plane in all runs of the model; it holds %1 % of how the words differ: what is close here may be far apart</source>
        <translation>dieselbe Ebene in allen Läufen des Modells; sie enthält %1 % der Unterschiede der Wörter: Was hier nah ist, kann weit auseinander liegen</translation>
    </message>
    <message>
        <source>without the words of the model: %1</source>
        <translation>ohne die Wörter des Modells: %1</translation>
    </message>
    <message>
        <source>Click a word or a cell: here its way among the words of the model is drawn.</source>
        <translation>Klicken Sie auf ein Wort oder eine Zelle: Hier wird sein Weg unter den Wörtern des Modells gezeichnet.</translation>
    </message>
    <message>
        <source>Run a sentence or open a run.</source>
        <translation>Lassen Sie einen Satz laufen oder öffnen Sie einen Lauf.</translation>
    </message>
    <message>
        <source>Model call %1: “%2”, noise deviation %3</source>
        <translation>Modellaufruf %1: „%2“, Streuung des Rauschens %3</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordTracesView</name>
    <message>
        <source>The word of every position over the model calls</source>
        <translation>Das Wort jeder Position über den Modellaufrufen</translation>
    </message>
    <message>
        <source>By position</source>
        <translation>Nach Position</translation>
    </message>
    <message>
        <source>By settling</source>
        <translation>Nach dem Setzen</translation>
    </message>
    <message>
        <source>Order of the rows</source>
        <translation>Reihenfolge der Zeilen</translation>
    </message>
    <message>
        <source>By settling: the words first that settled first, as far as is known at this moment</source>
        <translation>Nach dem Setzen: zuerst die Wörter, die zuerst gesetzt waren, soweit man es in diesem Augenblick weiß</translation>
    </message>
    <message>
        <source>All model calls</source>
        <translation>Alle Modellaufrufe</translation>
    </message>
    <message>
        <source>Around the cursor</source>
        <translation>Um den Cursor</translation>
    </message>
    <message>
        <source>Which model calls are drawn</source>
        <translation>Welche Modellaufrufe gezeichnet werden</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>Spur %1</translation>
    </message>
    <message>
        <source>%1 of %2 words can change no more</source>
        <translation>%1 von %2 Wörtern können sich nicht mehr ändern</translation>
    </message>
    <message>
        <source>changes: %1</source>
        <translation>Wechsel: %1</translation>
    </message>
    <message>
        <source>lines cross where the word becomes another; bold between thick lines: it can change no more</source>
        <translation>Linien kreuzen sich, wo das Wort ein anderes wird; fett zwischen dicken Linien: kann sich nicht mehr ändern</translation>
    </message>
    <message>
        <source>after model call</source>
        <translation>nach Modellaufruf</translation>
    </message>
    <message>
        <source>Run a sentence or open a run: here a row a word shows how it changes from call to call.</source>
        <translation>Lassen Sie einen Satz laufen oder öffnen Sie einen Lauf: Hier zeigt eine Zeile je Wort, wie es sich von Aufruf zu Aufruf ändert.</translation>
    </message>
    <message>
        <source>Position %1: noise, before the first model call</source>
        <translation>Position %1: Rauschen, vor dem ersten Modellaufruf</translation>
    </message>
    <message>
        <source>Position %1, model call %2: “%3”, probability %4; stands since call %5</source>
        <translation>Position %1, Modellaufruf %2: „%3“, Wahrscheinlichkeit %4; steht seit Aufruf %5</translation>
    </message>
</context>
<context>
    <name>ard::ui::WordsView</name>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Leave out words in which all lanes agree</source>
        <translation>Wörter weglassen, in denen alle Spuren übereinstimmen</translation>
    </message>
    <message>
        <source>Reference sentence</source>
        <translation>Referenzsatz</translation>
    </message>
    <message>
        <source>When did which lane have which of its words?</source>
        <translation>Wann hatte welche Spur welches seiner Wörter?</translation>
    </message>
    <message>
        <source>Words of all lanes side by side</source>
        <translation>Wörter aller Spuren nebeneinander</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
</context>
</TS>
