<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>{item}: an answer needs the name and the role of the person who gives it.</source>
        <translation>{item}: Eine Antwort braucht den Namen und die Rolle der Person, die sie gibt.</translation>
    </message>
    <message>
        <source>{item}: its chapter was left out of this audit; take it in before answering.</source>
        <translation>{item}: Ihr Kapitel wurde in diesem Audit ausgelassen; nehmen Sie es auf, bevor Sie antworten.</translation>
    </message>
    <message>
        <source>{item}: the waiver would end on {day}, which is over; choose a later day.</source>
        <translation>{item}: Die Ausnahme würde am {day} enden, und der ist vorbei; wählen Sie einen späteren Tag.</translation>
    </message>
    <message>
        <source>{item}: the answer would end on {day}, which is over; choose a later day.</source>
        <translation>{item}: Die Antwort würde am {day} enden, und der ist vorbei; wählen Sie einen späteren Tag.</translation>
    </message>
    <message>
        <source>{item}: a waiver needs the day on which it ends.</source>
        <translation>{item}: Eine Ausnahme braucht den Tag, an dem sie endet.</translation>
    </message>
    <message>
        <source>{item}: {answer} is not an answer; choose pass, fail or notapplicable.</source>
        <translation>{item}: {answer} ist keine Antwort; wählen Sie pass, fail oder notapplicable.</translation>
    </message>
    <message>
        <source>A review needs the name of the person who gives it.</source>
        <translation>Eine Prüfung braucht den Namen der Person, die sie gibt.</translation>
    </message>
    <message>
        <source>A rejection needs a remark that says what is missing.</source>
        <translation>Eine Zurückweisung braucht eine Bemerkung, die sagt, was fehlt.</translation>
    </message>
    <message>
        <source>{id}: takes an answer back, so there is nothing to review.</source>
        <translation>{id}: Damit wird eine Antwort zurückgenommen, es gibt also nichts zu prüfen.</translation>
    </message>
    <message>
        <source>{id}: this answer was taken back by entry {newest}; it no longer counts.</source>
        <translation>{id}: Diese Antwort wurde durch Eintrag {newest} zurückgenommen; sie zählt nicht mehr.</translation>
    </message>
    <message>
        <source>{id}: this answer was replaced by entry {newest}; it no longer counts.</source>
        <translation>{id}: Diese Antwort wurde durch Eintrag {newest} ersetzt; sie zählt nicht mehr.</translation>
    </message>
    <message>
        <source>{id}: {by} gave this answer; another person must review it, unless the audit is marked as the work of a single person.</source>
        <translation>{id}: {by} hat diese Antwort gegeben; jemand anderes muss sie prüfen, es sei denn, das Audit ist als Arbeit einer einzigen Person gekennzeichnet.</translation>
    </message>
    <message>
        <source>Signing needs the name and the role of the person who signs.</source>
        <translation>Zum Unterschreiben gehören Name und Rolle der Person, die unterschreibt.</translation>
    </message>
    <message>
        <source>The last run was cut off before its end: finish it, or run the audit again, before signing.</source>
        <translation>Der letzte Lauf brach vor seinem Ende ab: Beenden Sie ihn oder führen Sie das Audit noch einmal aus, bevor Sie unterschreiben.</translation>
    </message>
    <message>
        <source>{place} was rejected: answer it again, or take it back{more}; sign after that.</source>
        <translation>{place} wurde zurückgewiesen: Antworten Sie neu, oder nehmen Sie die Antwort zurück{more}; unterschreiben Sie danach.</translation>
    </message>
    <message>
        <source>{place} awaits its review{more}: have it reviewed, or take it back; sign after that.</source>
        <translation>{place} wartet auf die Prüfung{more}: lassen Sie prüfen, oder nehmen Sie die Antwort zurück; unterschreiben Sie danach.</translation>
    </message>
    <message>
        <source>Item, check, or what was measured or collected changed after these answers: {places}{more}; look at them and answer again, or sign expressly with outdated answers.</source>
        <translation>Punkt, Prüfung oder das, was gemessen oder erhoben wurde, hat sich nach diesen Antworten geändert: {places}{more}; sehen Sie sie an und antworten Sie neu, oder unterschreiben Sie ausdrücklich mit überholten Antworten.</translation>
    </message>
    <message>
        <source>{place} was reviewed by nobody{more}; have a second person accept the answers, or sign expressly without a review.</source>
        <translation>{place} wurde von niemandem geprüft{more}; lassen Sie die Antworten von einer zweiten Person annehmen, oder unterschreiben Sie ausdrücklich ohne Prüfung.</translation>
    </message>
    <message>
        <source>{item} on {target} (entry {id})</source>
        <translation>{item} auf {target} (Eintrag {id})</translation>
    </message>
    <message>
        <source>{item} (entry {id})</source>
        <translation>{item} (Eintrag {id})</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{path}: reading it took more than {seconds} seconds, so it was given up.</source>
        <translation>{path}: Das Lesen dauerte länger als {seconds} Sekunden und wurde aufgegeben.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be read; it is damaged, or built to exhaust the program.</source>
        <translation>{path}: nicht lesbar; die Datei ist beschädigt oder dazu gemacht, das Programm zu überlasten.</translation>
    </message>
    <message>
        <source>can&apos;t be read; it is damaged, or uses what Bartizan doesn&apos;t read</source>
        <translation>nicht lesbar; die Datei ist beschädigt oder verwendet etwas, was Bartizan nicht liest</translation>
    </message>
    <message>
        <source>{names}: this name is given to two targets; names must be unique.</source>
        <translation>{names}: Diesen Namen haben zwei Ziele; Namen müssen eindeutig sein.</translation>
    </message>
    <message>
        <source>{item}: there is no answer to take back.</source>
        <translation>{item}: Es gibt keine Antwort, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>{item}: taking an answer back needs the name and the role of the person who does it.</source>
        <translation>{item}: Wer eine Antwort zurücknimmt, muss Namen und Rolle nennen.</translation>
    </message>
    <message>
        <source>{problem}; it is part of what {target} answered, so nothing was judged again; restore the audit from a copy, or look at that host again. More is told by: bartizan verify {path}</source>
        <translation>{problem}; es gehört zu dem, was {target} geantwortet hatte, daher wurde nichts neu beurteilt; stellen Sie das Audit aus einer Kopie wieder her, oder sehen Sie diesen Host noch einmal an. Mehr sagt: bartizan verify {path}</translation>
    </message>
    <message>
        <source>Submitting needs the name of the person who does it.</source>
        <translation>Wer vorlegt, muss seinen Namen nennen.</translation>
    </message>
    <message>
        <source>{id}: no answer of that number waits for a review in {path}.</source>
        <translation>{id}: Keine Antwort dieser Nummer wartet in {path} auf eine Prüfung.</translation>
    </message>
    <message>
        <source>{path}: there is no answer to submit.</source>
        <translation>{path}: Es gibt keine Antwort vorzulegen.</translation>
    </message>
    <message>
        <source>{id}: there is no answer of that number in {path}.</source>
        <translation>{id}: Eine Antwort dieser Nummer gibt es in {path} nicht.</translation>
    </message>
    <message>
        <source>{id}: is no answer that was carried over and still stands.</source>
        <translation>{id}: ist keine übernommene Antwort, die noch gilt.</translation>
    </message>
    <message>
        <source>{path}: no answer that was carried over waits to be confirmed.</source>
        <translation>{path}: Keine übernommene Antwort wartet auf Bestätigung.</translation>
    </message>
    <message>
        <source>{source}: has no answer that could be copied to {targets}.</source>
        <translation>{source}: hat keine Antwort, die sich auf {targets} übertragen ließe.</translation>
    </message>
    <message>
        <source>{source}: has no answer that could be copied to no machine.</source>
        <translation>{source}: hat keine Antwort, und es gibt keine Maschine, auf die sie sich übertragen ließe.</translation>
    </message>
    <message>
        <source>{path}: only an ordinary file can be attached; choose another.</source>
        <translation>{path}: Nur eine gewöhnliche Datei lässt sich anhängen; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{path}: there is no such file; give the path of the file to attach.</source>
        <translation>{path}: Diese Datei gibt es nicht; den Pfad der Datei angeben, die angehängt werden soll.</translation>
    </message>
    <message>
        <source>{path}: {size} MiB is more than the {limit} MiB that an attachment may have.</source>
        <translation>{path}: {size} MiB sind mehr als die {limit} MiB, die ein Anhang haben darf.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be read ({why}); choose another file.</source>
        <translation>{path}: nicht lesbar ({why}); wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path}: is signed already.</source>
        <translation>{path}: ist schon unterschrieben.</translation>
    </message>
    <message>
        <source>{path}: isn&apos;t signed, so it can be changed without a new revision.</source>
        <translation>{path}: ist nicht unterschrieben und lässt sich ohne neue Revision ändern.</translation>
    </message>
    <message>
        <source>{path}: is signed and locked; opening a new revision needs the name of the person who does it, and why.</source>
        <translation>{path}: ist unterschrieben und gesperrt; wer eine neue Revision öffnet, muss seinen Namen nennen und sagen, warum.</translation>
    </message>
    <message>
        <source>{item}: there is no finding on {target}; `bartizan checks list` names the items.</source>
        <translation>{item}: Auf {target} gibt es keinen solchen Befund; `bartizan checks list` nennt die Punkte.</translation>
    </message>
    <message>
        <source>{item}: there is no finding for the site; `bartizan checks list` names the items.</source>
        <translation>{item}: Für den Standort gibt es keinen solchen Befund; `bartizan checks list` nennt die Punkte.</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Noch nicht angesehen.</translation>
    </message>
    <message>
        <source>{path}: has no earlier revision {number}; signed and opened again: 1 to {last}.</source>
        <translation>{path}: hat keine frühere Revision {number}; unterschrieben und wieder geöffnet: 1 bis {last}.</translation>
    </message>
    <message>
        <source>{path}: has no earlier revision {number}; signed and opened again: none.</source>
        <translation>{path}: hat keine frühere Revision {number}; unterschrieben und wieder geöffnet: keine.</translation>
    </message>
    <message>
        <source>{path}: holds no host that is reached by SSH or is this computer ({few}).</source>
        <translation>{path}: enthält keinen Host, der über SSH erreicht wird oder dieser Rechner ist ({few}).</translation>
    </message>
    <message>
        <source>{path}: holds no host that is reached by SSH or is this computer.</source>
        <translation>{path}: enthält keinen Host, der über SSH erreicht wird oder dieser Rechner ist.</translation>
    </message>
    <message>
        <source>{host} is reached by {kind}</source>
        <translation>{host} wird über {kind} erreicht</translation>
    </message>
    <message>
        <source>{name!r} can&apos;t be the name of a host; rename it.</source>
        <translation>{name!r} kann nicht der Name eines Hosts sein; benennen Sie ihn um.</translation>
    </message>
    <message>
        <source>line {line}: {name}</source>
        <translation>Zeile {line}: {name}</translation>
    </message>
    <message>
        <source>{where}, a template</source>
        <translation>{where}, eine Vorlage</translation>
    </message>
    <message>
        <source>holds control characters; remove them</source>
        <translation>enthält Steuerzeichen; entfernen Sie diese</translation>
    </message>
    <message>
        <source>{text!r} must be a whole number from 1 to {most}</source>
        <translation>{text!r} muss eine ganze Zahl von 1 bis {most} sein</translation>
    </message>
    <message>
        <source>{where} is encrypted, so the host&apos;s address isn&apos;t known; write it out.</source>
        <translation>{where} ist verschlüsselt, daher ist die Adresse des Hosts nicht bekannt; schreiben Sie sie aus.</translation>
    </message>
    <message>
        <source>{where} must be text.</source>
        <translation>{where} muss Text sein.</translation>
    </message>
    <message>
        <source>{where} is a template, which only Ansible can fill in; write the value out.</source>
        <translation>{where} ist eine Vorlage, die nur Ansible ausfüllen kann; schreiben Sie den Wert aus.</translation>
    </message>
    <message>
        <source>{where} holds control characters; remove them.</source>
        <translation>{where} enthält Steuerzeichen; entfernen Sie diese.</translation>
    </message>
    <message>
        <source>{name}: {key} must be a whole number from 1 to {most}.</source>
        <translation>{name}: {key} muss eine ganze Zahl von 1 bis {most} sein.</translation>
    </message>
    <message>
        <source>line {line}: {name} of {host}</source>
        <translation>Zeile {line}: {name} von {host}</translation>
    </message>
    <message>
        <source>{path}: secrets are never read from an inventory ({few}); use the keyring or --secrets. All else was taken.</source>
        <translation>{path}: Geheimnisse werden nie aus einem Inventar gelesen ({few}); nutzen Sie den Schlüsselbund oder --secrets. Alles andere wurde übernommen.</translation>
    </message>
    <message>
        <source>{path}: not every host is reached by SSH ({few}); these were left out.</source>
        <translation>{path}: Nicht jeder Host wird über SSH erreicht ({few}); diese wurden ausgelassen.</translation>
    </message>
    <message>
        <source>{path}: some options for ssh were left out ({few}): host keys are always checked, and no program is run that an inventory names; what a host needs beyond that goes into your SSH config.</source>
        <translation>{path}: Einige Optionen für ssh wurden ausgelassen ({few}): Hostschlüssel werden immer geprüft, und kein Programm wird ausgeführt, das ein Inventar nennt; was ein Host darüber hinaus braucht, gehört in Ihre SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>{path}: {folder} and {other} beside it are not read; what hosts need to be reached has to stand in the inventory itself.</source>
        <translation>{path}: {folder} und {other} daneben werden nicht gelesen; was Hosts zum Erreichen brauchen, muss im Inventar selbst stehen.</translation>
    </message>
    <message>
        <source>{path}: {folder} beside it is not read; what hosts need to be reached has to stand in the inventory itself.</source>
        <translation>{path}: {folder} daneben wird nicht gelesen; was Hosts zum Erreichen brauchen, muss im Inventar selbst stehen.</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>{line!r} is no section; write [group], [group:vars] or [group:children].</source>
        <translation>{line!r} ist kein Abschnitt; schreiben Sie [gruppe], [gruppe:vars] oder [gruppe:children].</translation>
    </message>
    <message>
        <source>there is no group {name}; add [{name}], or mend the name.</source>
        <translation>eine Gruppe {name} gibt es nicht; fügen Sie [{name}] hinzu, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>group {group}: {line!r} is no variable; write name=value.</source>
        <translation>Gruppe {group}: {line!r} ist keine Variable; schreiben Sie name=wert.</translation>
    </message>
    <message>
        <source>{line!r}: a quotation mark is open to the end of the line; close it.</source>
        <translation>{line!r}: Ein Anführungszeichen bleibt bis zum Ende der Zeile offen; schließen Sie es.</translation>
    </message>
    <message>
        <source>{line}: a host is followed by name=value; put a value that holds spaces in quotes.</source>
        <translation>{line}: Auf einen Host folgt name=wert; setzen Sie einen Wert mit Leerzeichen in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{pattern!r} is no name of a host; write a name, or a range such as web[01:20].</source>
        <translation>{pattern!r} ist kein Name eines Hosts; schreiben Sie einen Namen oder einen Bereich wie web[01:20].</translation>
    </message>
    <message>
        <source>{pattern!r} stands for more than {most} hosts; split the inventory.</source>
        <translation>{pattern!r} steht für mehr als {most} Hosts; teilen Sie das Inventar auf.</translation>
    </message>
    <message>
        <source>{pattern!r}: [{text}] is no range; write [01:20] or [a:d], perhaps with a step: [0:20:5].</source>
        <translation>{pattern!r}: [{text}] ist kein Bereich; schreiben Sie [01:20] oder [a:d], bei Bedarf mit Schrittweite: [0:20:5].</translation>
    </message>
    <message>
        <source>{path}: its groups hold each other too often; split the inventory.</source>
        <translation>{path}: Seine Gruppen enthalten einander zu oft; teilen Sie das Inventar auf.</translation>
    </message>
    <message>
        <source>{path}:{line}: group {group} and group {child} stand in each other; remove one of the two.</source>
        <translation>{path}:{line}: Gruppe {group} und Gruppe {child} stehen ineinander; entfernen Sie eine der beiden.</translation>
    </message>
    <message>
        <source>a quotation mark is left open; close it</source>
        <translation>ein Anführungszeichen bleibt offen; schließen Sie es</translation>
    </message>
    <message>
        <source>{path}: there may be more; mend these first.</source>
        <translation>{path}: Es könnten noch mehr sein; beheben Sie zuerst diese.</translation>
    </message>
    <message>
        <source>{path}:{line}: {name!r} can&apos;t be the name of a group; rename it.</source>
        <translation>{path}:{line}: {name!r} kann nicht der Name einer Gruppe sein; benennen Sie sie um.</translation>
    </message>
    <message>
        <source>{path}:{line}: more than {most} groups; split the inventory.</source>
        <translation>{path}:{line}: mehr als {most} Gruppen; teilen Sie das Inventar auf.</translation>
    </message>
    <message>
        <source>group {group}: {all} holds every group and can&apos;t stand in one; remove it.</source>
        <translation>Gruppe {group}: {all} enthält jede Gruppe und kann in keiner stehen; entfernen Sie es.</translation>
    </message>
    <message>
        <source>{path}:{line}: more than {most} hosts; split the inventory.</source>
        <translation>{path}:{line}: mehr als {most} Hosts; teilen Sie das Inventar auf.</translation>
    </message>
    <message>
        <source>group {name}: {key!r} is none of {keys} and was left out.</source>
        <translation>Gruppe {name}: {key!r} ist keines von {keys} und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>group {name}: {key}</source>
        <translation>Gruppe {name}: {key}</translation>
    </message>
    <message>
        <source>{what} must be a mapping, such as {{name: }}.</source>
        <translation>{what} muss eine Zuordnung sein, etwa {{name: }}.</translation>
    </message>
    <message>
        <source>unknown key {name!r}{hint}; remove or mend it</source>
        <translation>unbekannter Schlüssel {name!r}{hint}; entfernen oder berichtigen Sie ihn</translation>
    </message>
    <message>
        <source>the key {name!r} is missing; add it</source>
        <translation>der Schlüssel {name!r} fehlt; fügen Sie ihn hinzu</translation>
    </message>
    <message>
        <source>the key {fault}</source>
        <translation>der Schlüssel {fault}</translation>
    </message>
    <message>
        <source>must be</source>
        <translation>muss</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>{what} number {n}: </source>
        <translation>{what} Nummer {n}: </translation>
    </message>
    <message>
        <source>{root}: there is no such folder; give a folder that holds *.yaml files.</source>
        <translation>{root}: Diesen Ordner gibt es nicht; geben Sie einen Ordner mit *.yaml-Dateien an.</translation>
    </message>
    <message>
        <source>{folder}: {file} is not read; rename to end in .yaml, or move elsewhere.</source>
        <translation>{folder}: {file} wird nicht gelesen; benennen Sie die Datei so um, dass sie auf .yaml endet, oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>{folder}: {files} are not read; rename to end in .yaml, or move elsewhere.</source>
        <translation>{folder}: {files} werden nicht gelesen; benennen Sie die Dateien so um, dass sie auf .yaml enden, oder verschieben Sie sie.</translation>
    </message>
    <message>
        <source>{root}: holds no *.yaml file; give a folder with checks.</source>
        <translation>{root}: enthält keine *.yaml-Datei; geben Sie einen Ordner mit Prüfungen an.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be read ({why}); check its permissions.</source>
        <translation>{path}: nicht lesbar ({why}); sehen Sie nach den Zugriffsrechten.</translation>
    </message>
    <message>
        <source>{path}: is a program, which is never run; write its hosts to a file with {command}.</source>
        <translation>{path}: ist ein Programm, und ein solches wird nie ausgeführt; schreiben Sie seine Hosts in eine Datei, mit {command}.</translation>
    </message>
    <message>
        <source>{path}: is encrypted with Ansible Vault; give an inventory without secrets.</source>
        <translation>{path}: ist mit Ansible Vault verschlüsselt; geben Sie ein Inventar ohne Geheimnisse an.</translation>
    </message>
    <message>
        <source>{path}: sets up an inventory plugin, which is never run; write its hosts with {command}.</source>
        <translation>{path}: richtet ein Inventar-Plugin ein, und ein solches wird nie ausgeführt; schreiben Sie dessen Hosts mit {command}.</translation>
    </message>
    <message>
        <source>an inventory</source>
        <translation>eines Inventars</translation>
    </message>
    <message>
        <source>Secrets never stand in an inventory; use the keyring or --secrets.</source>
        <translation>Geheimnisse stehen nie in einem Inventar; nutzen Sie den Schlüsselbund oder --secrets.</translation>
    </message>
    <message>
        <source>{place}: the name {name} is given twice; names must be unique.</source>
        <translation>{place}: Der Name {name} ist zweimal vergeben; Namen müssen eindeutig sein.</translation>
    </message>
    <message>
        <source>{place}: {name}: its parent {parent} is not in this file{hint}.</source>
        <translation>{place}: {name}: Sein parent {parent} steht nicht in dieser Datei{hint}.</translation>
    </message>
    <message>
        <source>{place}: {name}: a machine can&apos;t be its own parent.</source>
        <translation>{place}: {name}: Eine Maschine kann nicht ihr eigener parent sein.</translation>
    </message>
    <message>
        <source>{place}: {name}: its parents lead in a circle; mend one of them.</source>
        <translation>{place}: {name}: Seine parents führen im Kreis; berichtigen Sie einen davon.</translation>
    </message>
    <message>
        <source>{place}: {name}: its jump hosts lead in a circle; mend one of them.</source>
        <translation>{place}: {name}: Seine Sprunghosts führen im Kreis; berichtigen Sie einen davon.</translation>
    </message>
    <message>
        <source>{path}:1: expected a mapping such as `checks:`; see checks/schema.json.</source>
        <translation>{path}:1: erwartet wird eine Zuordnung wie `checks:`; siehe checks/schema.json.</translation>
    </message>
    <message>
        <source>{path}:1: a second head of the benchmark; only one may be there.</source>
        <translation>{path}:1: ein zweiter Kopf der Leitlinie; nur einer darf da sein.</translation>
    </message>
    <message>
        <source>{place}: {what} stands already at {where}; ids must be unique.</source>
        <translation>{place}: {what} steht schon in {where}; Kennungen müssen eindeutig sein.</translation>
    </message>
    <message>
        <source>{place}: section {section}: its id must begin with its chapter {chapter}.</source>
        <translation>{place}: section {section}: Die Kennung muss mit ihrem Kapitel {chapter} beginnen.</translation>
    </message>
    <message>
        <source>{place}: item {item}: section {section} is not in this file&apos;s sections.</source>
        <translation>{place}: item {item}: section {section} gehört nicht zu den Abschnitten dieser Datei.</translation>
    </message>
    <message>
        <source>{place}: item {item}: its id must begin with its section {section}-.</source>
        <translation>{place}: item {item}: Die Kennung muss mit ihrem Abschnitt {section}- beginnen.</translation>
    </message>
    <message>
        <source>{folder}: no benchmark.yaml with id, version, title and notice was found.</source>
        <translation>{folder}: Es wurde keine benchmark.yaml mit id, version, title und notice gefunden.</translation>
    </message>
    <message>
        <source>{where}: value {name}: no such value{hint}.</source>
        <translation>{where}: value {name}: Diesen Wert gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{where}: value {name}: must be {wanted}.</source>
        <translation>{where}: value {name}: muss {wanted} sein.</translation>
    </message>
    <message>
        <source>{folder}: exactly one file of an addendum has `platform:`; {n} have.</source>
        <translation>{folder}: Genau eine Datei einer Ergänzung hat `platform:`; hier sind es {n}.</translation>
    </message>
    <message>
        <source>{where}: check {check}: its id must begin with {head}.</source>
        <translation>{where}: check {check}: Die Kennung muss mit {head} beginnen.</translation>
    </message>
    <message>
        <source>of a name: at most 120 characters on one line, without slashes and control characters, the first no hyphen</source>
        <translation>eines Namens: höchstens 120 Zeichen auf einer Zeile, ohne Schrägstriche und Steuerzeichen, das erste kein Bindestrich</translation>
    </message>
    <message>
        <source>of one line without control characters</source>
        <translation>einer Zeile ohne Steuerzeichen</translation>
    </message>
    <message>
        <source>of a way: hosts with commas between them, on one line without control characters, the first no hyphen</source>
        <translation>eines Weges: Hosts mit Kommas dazwischen, auf einer Zeile ohne Steuerzeichen, das erste kein Bindestrich</translation>
    </message>
    <message>
        <source>SHA256:..., as ssh-keygen -l prints it</source>
        <translation>SHA256:..., wie ssh-keygen -l es ausgibt</translation>
    </message>
    <message>
        <source>{address!r}: the user has a key of its own, {user_key}.</source>
        <translation>{address!r}: Der Benutzer hat einen eigenen Schlüssel, {user_key}.</translation>
    </message>
    <message>
        <source>{address!r}: the port has a key of its own, {port_key}.</source>
        <translation>{address!r}: Der Port hat einen eigenen Schlüssel, {port_key}.</translation>
    </message>
    <message>
        <source>give exactly one of {forms}</source>
        <translation>genau eines von {forms} angeben</translation>
    </message>
    <message>
        <source>{absent} needs a value</source>
        <translation>{absent} braucht einen Wert</translation>
    </message>
    <message>
        <source>give exactly one comparison beside fact: {comparisons}</source>
        <translation>neben fact genau einen Vergleich angeben: {comparisons}</translation>
    </message>
    <message>
        <source>{form} needs `as` and `expect`</source>
        <translation>{form} braucht `as` und `expect`</translation>
    </message>
    <message>
        <source>{names} has no meaning beside {form}</source>
        <translation>{names} hat neben {form} keine Bedeutung</translation>
    </message>
    <message>
        <source>{operator} needs a value; whether the fact is there at all is asked with present</source>
        <translation>{operator} braucht einen Wert; ob es den Fakt überhaupt gibt, wird mit present gefragt</translation>
    </message>
    <message>
        <source>{operator} takes a plain value, {{value: name}} or {{fact: path}}</source>
        <translation>{operator} nimmt einen einfachen Wert, {{value: name}} oder {{fact: pfad}}</translation>
    </message>
    <message>
        <source>{operator} needs a list, such as [a, b]</source>
        <translation>{operator} braucht eine Liste, etwa [a, b]</translation>
    </message>
    <message>
        <source>{operator} needs a number</source>
        <translation>{operator} braucht eine Zahl</translation>
    </message>
    <message>
        <source>give either command or from</source>
        <translation>entweder command oder from angeben</translation>
    </message>
    <message>
        <source>if_missing has no meaning without needs</source>
        <translation>if_missing hat ohne needs keine Bedeutung</translation>
    </message>
    <message>
        <source>give expect (it decides) or collect (a person decides)</source>
        <translation>expect (dann entscheidet die Prüfung) oder collect (dann entscheidet ein Mensch) angeben</translation>
    </message>
    <message>
        <source>a check that decides needs a remediation</source>
        <translation>eine Prüfung, die entscheidet, braucht eine remediation</translation>
    </message>
    <message>
        <source>for_each and as go together</source>
        <translation>for_each und as gehören zusammen</translation>
    </message>
    <message>
        <source>when and when_text go together</source>
        <translation>when und when_text gehören zusammen</translation>
    </message>
    <message>
        <source>a YAML file</source>
        <translation>einer YAML-Datei</translation>
    </message>
    <message>
        <source>{path}: is no ordinary file; give the path of {what}, and save what a command prints first.</source>
        <translation>{path}: ist keine gewöhnliche Datei; geben Sie den Pfad {what} an, und schreiben Sie vorher in eine Datei, was ein Befehl ausgibt.</translation>
    </message>
    <message>
        <source>{path}: there is no such file; give the path of {what}.</source>
        <translation>{path}: Diese Datei gibt es nicht; geben Sie den Pfad {what} an.</translation>
    </message>
    <message>
        <source>{path!r}: is not the name of a file; give the path of {what}.</source>
        <translation>{path!r}: ist kein Name einer Datei; geben Sie den Pfad {what} an.</translation>
    </message>
    <message>
        <source>{path}: larger than {most} bytes; split it into several files.</source>
        <translation>{path}: größer als {most} Bytes; teilen Sie sie auf mehrere Dateien auf.</translation>
    </message>
    <message>
        <source>{path}: not UTF-8 text (byte {number}); save it as UTF-8.</source>
        <translation>{path}: kein UTF-8-Text (Byte {number}); speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>{path}:{line}: not readable as YAML: {error}; mend this line.</source>
        <translation>{path}:{line}: nicht als YAML lesbar: {error}; berichtigen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>{path}: not readable as YAML: {words}; mend the file.</source>
        <translation>{path}: nicht als YAML lesbar: {words}; berichtigen Sie die Datei.</translation>
    </message>
    <message>
        <source>a second document (---) begins here; one file holds one.</source>
        <translation>hier beginnt ein zweites Dokument (---); eine Datei enthält eines.</translation>
    </message>
    <message>
        <source>aliases (*name) are not allowed; write the value out.</source>
        <translation>Aliase (*name) sind nicht erlaubt; schreiben Sie den Wert aus.</translation>
    </message>
    <message>
        <source>anchors (&amp;name) are not allowed; remove it.</source>
        <translation>Anker (&amp;name) sind nicht erlaubt; entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>{path}:{line}: nested too deeply; flatten it.</source>
        <translation>{path}:{line}: zu tief verschachtelt; machen Sie es flacher.</translation>
    </message>
    <message>
        <source>the tag {tag} is not allowed; remove it.</source>
        <translation>die Kennzeichnung {tag} ist nicht erlaubt; entfernen Sie sie.</translation>
    </message>
    <message>
        <source>a key must be a word.</source>
        <translation>ein Schlüssel muss ein Wort sein.</translation>
    </message>
    <message>
        <source>merge keys (&lt;&lt;) are not allowed; write the keys out.</source>
        <translation>Zusammenführungsschlüssel (&lt;&lt;) sind nicht erlaubt; schreiben Sie die Schlüssel aus.</translation>
    </message>
    <message>
        <source>the key {key!r} stands here twice; remove one.</source>
        <translation>der Schlüssel {key!r} steht hier zweimal; entfernen Sie einen.</translation>
    </message>
    <message>
        <source>{text} could be octal, hexadecimal or text; put it in quotes or write it in decimal.</source>
        <translation>{text} könnte oktal, hexadezimal oder Text sein; setzen Sie es in Anführungszeichen, oder schreiben Sie es dezimal.</translation>
    </message>
    <message>
        <source>did you mean {word}?</source>
        <translation>meinten Sie {word}?</translation>
    </message>
    <message>
        <source>{place}: platform {addendum}: extends {base}, which is not there{hint}.</source>
        <translation>{place}: platform {addendum}: erweitert {base}, und das gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: platform {addendum}: extends itself in a circle; remove one `extends`.</source>
        <translation>{place}: platform {addendum}: erweitert sich im Kreis selbst; entfernen Sie ein `extends`.</translation>
    </message>
    <message>
        <source>{place}: undecided {item}: there is no such item{hint}.</source>
        <translation>{place}: undecided {item}: Diesen Punkt gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: probe {probe}: there is no parser {parser}{hint}.</source>
        <translation>{place}: probe {probe}: Einen Parser {parser} gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: probe {probe}: from {source}, which is not there{hint}.</source>
        <translation>{place}: probe {probe}: aus {source}, und die gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: probe {probe}: from {source}, which is derived itself; name its sources.</source>
        <translation>{place}: probe {probe}: aus {source}, die selbst abgeleitet ist; nennen Sie deren Quellen.</translation>
    </message>
    <message>
        <source>{place}: check {check}: item {item} is for a {scope}, but {addendum} is not.</source>
        <translation>{place}: check {check}: Punkt {item} gilt für {scope}, {addendum} aber nicht.</translation>
    </message>
    <message>
        <source>{place}: check {check}: there is no item {item}{hint}.</source>
        <translation>{place}: check {check}: Einen Punkt {item} gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: check {check}: `as: {name}` is the name of a probe; take another name.</source>
        <translation>{place}: check {check}: `as: {name}` ist der Name einer probe; nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{place}: check {check}: there is no probe {name}{hint}.</source>
        <translation>{place}: check {check}: Eine probe {name} gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>{place}: check {check}: item {item} is manual, so a person decides; give collect, not expect.</source>
        <translation>{place}: check {check}: Punkt {item} wird von Hand beantwortet, ein Mensch entscheidet also; geben Sie collect an, nicht expect.</translation>
    </message>
    <message>
        <source>{place}: check {check}: item {item} is site-wide, so a person decides; give collect, not expect.</source>
        <translation>{place}: check {check}: Punkt {item} gilt für den Standort, ein Mensch entscheidet also; geben Sie collect an, nicht expect.</translation>
    </message>
    <message>
        <source>there is no value {value}{hint}</source>
        <translation>einen Wert {value} gibt es nicht{hint}</translation>
    </message>
    <message>
        <source>{operator} needs {wanted}, and the value {value} is none</source>
        <translation>{operator} braucht {wanted}, und der Wert {value} ist etwas anderes</translation>
    </message>
    <message>
        <source>{pattern!r} is {error}</source>
        <translation>{pattern!r} ist {error}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>must be text; put it in quotes</source>
        <translation>muss Text sein; setzen Sie ihn in Anführungszeichen</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a list, such as [a, b]</source>
        <translation>muss eine Liste sein, etwa [a, b]</translation>
    </message>
    <message>
        <source>must be a mapping, such as {key: value}</source>
        <translation>muss eine Zuordnung sein, etwa {key: value}</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>{given!r} is not known{hint}; it is one of {known}</source>
        <translation>{given!r} ist nicht bekannt{hint}; möglich sind {known}</translation>
    </message>
    <message>
        <source>{given!r} has not the form {pattern}</source>
        <translation>{given!r} hat nicht die Form {pattern}</translation>
    </message>
    <message>
        <source>must be at least {bound}</source>
        <translation>muss mindestens {bound} sein</translation>
    </message>
    <message>
        <source>must be at most {bound}</source>
        <translation>darf höchstens {bound} sein</translation>
    </message>
    <message>
        <source>It was rejected by the reviewer.</source>
        <translation>Sie wurde von der prüfenden Person zurückgewiesen.</translation>
    </message>
    <message>
        <source>This audit has an answer there already.</source>
        <translation>Dieses Audit hat dort schon eine Antwort.</translation>
    </message>
    <message>
        <source>The guideline no longer has this item.</source>
        <translation>Die Leitlinie hat diesen Punkt nicht mehr.</translation>
    </message>
    <message>
        <source>The earlier audit doesn&apos;t tell how this item was worded then.</source>
        <translation>Das frühere Audit sagt nicht, wie dieser Punkt damals lautete.</translation>
    </message>
    <message>
        <source>The item or its check was changed since.</source>
        <translation>Der Punkt oder seine Prüfung wurde seither geändert.</translation>
    </message>
    <message>
        <source>The program finds a failure now, which it didn&apos;t find then.</source>
        <translation>Das Programm findet jetzt ein Versagen, das es damals nicht fand.</translation>
    </message>
    <message>
        <source>{target} is not in this audit.</source>
        <translation>{target} ist nicht in diesem Audit.</translation>
    </message>
    <message>
        <source>It ended on {day}.</source>
        <translation>Sie endete am {day}.</translation>
    </message>
    <message>
        <source>Example: bartizan answers autumn.bartizan --from form.pdf --by &quot;D. Example&quot; --role &quot;Data centre manager&quot;</source>
        <translation>Beispiel: bartizan answers herbst.bartizan --from formular.pdf --by &quot;D. Beispiel&quot; --role &quot;Leitung Rechenzentrum&quot;</translation>
    </message>
    <message>
        <source>List the answers and open questions in the audit FILE, or take in those of a filled form.

The form to fill in is made by `bartizan report FILE --format form --out FORM.pdf`.

Exit status with --from: 0 all that the form says was taken, 2 some of it was refused, 3 the form can&apos;t be used.</source>
        <translation>Die Antworten und offenen Fragen im Audit FILE auflisten, oder die eines ausgefüllten Formulars übernehmen.

Das Formular zum Ausfüllen macht `bartizan report FILE --format form --out FORM.pdf`.

Rückgabewert mit --from: 0 alles aus dem Formular wurde übernommen, 2 einiges davon wurde abgelehnt, 3 das Formular ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>List only answers in this state.</source>
        <translation>Nur Antworten in diesem Zustand auflisten.</translation>
    </message>
    <message>
        <source>Take in the answers of this filled PDF form.</source>
        <translation>Die Antworten dieses ausgefüllten PDF-Formulars übernehmen.</translation>
    </message>
    <message>
        <source>With --from: who answered, if the form doesn&apos;t say it.</source>
        <translation>Mit --from: wer geantwortet hat, wenn das Formular es nicht sagt.</translation>
    </message>
    <message>
        <source>With --from: in which role, if the form doesn&apos;t say it.</source>
        <translation>Mit --from: in welcher Rolle, wenn das Formular es nicht sagt.</translation>
    </message>
    <message>
        <source>--by and --role go with --from FORM.pdf.</source>
        <translation>--by und --role gehören zu --from FORM.pdf.</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>{kind} {id} by {by} until {day}</source>
        <translation>{kind} {id} durch {by} bis {day}</translation>
    </message>
    <message>
        <source>{kind} {id} by {by}</source>
        <translation>{kind} {id} durch {by}</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>{what} changed</source>
        <translation>geändert: {what}</translation>
    </message>
    <message>
        <source>{item} on {target}: not taken: {reason}</source>
        <translation>{item} auf {target}: nicht übernommen: {reason}</translation>
    </message>
    <message>
        <source>{item}: not taken: {reason}</source>
        <translation>{item}: nicht übernommen: {reason}</translation>
    </message>
    <message>
        <source>{answers} taken, {refused} refused, {empty} left empty</source>
        <translation>{answers} übernommen, {refused} abgelehnt, {empty} leer gelassen</translation>
    </message>
    <message>
        <source>{where} asks {user} (these are the host&apos;s words):</source>
        <translation>{where} fragt {user} (das sind Worte des Hosts):</translation>
    </message>
    <message>
        <source>no longer needed: the login has ended</source>
        <translation>nicht mehr nötig: Die Anmeldung ist beendet</translation>
    </message>
    <message>
        <source>{value!r} is not a number of seconds from {least} to {most}.</source>
        <translation>{value!r} ist keine Zahl von Sekunden von {least} bis {most}.</translation>
    </message>
    <message>
        <source>Example: bartizan audit root@hv1 audit@mail01:2222 --out autumn.bartizan --pdf autumn.pdf</source>
        <translation>Beispiel: bartizan audit root@hv1 audit@mail01:2222 --out herbst.bartizan --pdf herbst.pdf</translation>
    </message>
    <message>
        <source>Audit TARGETs: [user@]host[:port], ssh://..., an IPv6 address in brackets, or a name of your SSH config.

Exit status: 0 all passes, 1 something fails, 2 something is undecided, 3 bad input, 4 own error.</source>
        <translation>TARGETs prüfen: [benutzer@]host[:port], ssh://..., eine IPv6-Adresse in eckigen Klammern oder ein Name Ihrer SSH-Konfiguration.

Rückgabewert: 0 alles erfüllt, 1 etwas verfehlt, 2 etwas unentschieden, 3 falsche Eingabe, 4 eigener Fehler.</translation>
    </message>
    <message>
        <source>Audit this computer, without SSH.</source>
        <translation>Diesen Rechner prüfen, ohne SSH.</translation>
    </message>
    <message>
        <source>Audit the hosts of this file: YAML of our own form, or Ansible&apos;s INI or YAML (docs/inventory.md).</source>
        <translation>Die Hosts dieser Datei prüfen: YAML in unserer eigenen Form, oder INI oder YAML von Ansible (docs/inventory.md).</translation>
    </message>
    <message>
        <source>Go on with the interrupted run of this audit file.</source>
        <translation>Den unterbrochenen Lauf dieser Auditdatei fortsetzen.</translation>
    </message>
    <message>
        <source>The new audit file; default: named by date and time.</source>
        <translation>Die neue Auditdatei; Vorgabe: nach Datum und Uhrzeit benannt.</translation>
    </message>
    <message>
        <source>Write the findings as JSON; - is standard output.</source>
        <translation>Die Befunde als JSON schreiben; - ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>Write the report.</source>
        <translation>Den Bericht schreiben.</translation>
    </message>
    <message>
        <source>Title of the audit.</source>
        <translation>Titel des Audits.</translation>
    </message>
    <message>
        <source>One person answers and accepts; the report says so.</source>
        <translation>Eine Person antwortet und nimmt an; der Bericht sagt es.</translation>
    </message>
    <message>
        <source>Private key file for all targets.</source>
        <translation>Datei des privaten Schlüssels für alle Ziele.</translation>
    </message>
    <message>
        <source>Look for host keys in this file only.</source>
        <translation>Hostschlüssel nur in dieser Datei suchen.</translation>
    </message>
    <message>
        <source>Accept and keep keys of hosts never seen before.</source>
        <translation>Schlüssel nie zuvor gesehener Hosts annehmen und behalten.</translation>
    </message>
    <message>
        <source>Accept this host key.</source>
        <translation>Diesen Hostschlüssel annehmen.</translation>
    </message>
    <message>
        <source>Allow outdated SSH algorithms for this target alone; the audit reports it as a finding.</source>
        <translation>Veraltete SSH-Algorithmen nur für dieses Ziel erlauben; das Audit meldet es als Befund.</translation>
    </message>
    <message>
        <source>How rights are raised.</source>
        <translation>Wie Rechte erhöht werden.</translation>
    </message>
    <message>
        <source>What the targets are.</source>
        <translation>Was die Ziele sind.</translation>
    </message>
    <message>
        <source>Which addendum decides; default: detected.</source>
        <translation>Welche Ergänzung entscheidet; Vorgabe: die erkannte.</translation>
    </message>
    <message>
        <source>Also audit guests found that your SSH config names; list the others.</source>
        <translation>Auch gefundene Gäste prüfen, die Ihre SSH-Konfiguration nennt; die anderen auflisten.</translation>
    </message>
    <message>
        <source>Read passwords as JSON from standard input.</source>
        <translation>Passwörter als JSON von der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Take over answers of this audit that still hold; its hosts and chapters too, unless they are given. With --resume: those that the interrupted run came no more to take over.</source>
        <translation>Antworten dieses Audits übernehmen, die noch gelten; auch seine Hosts und Kapitel, wenn keine angegeben sind. Mit --resume: die, zu deren Übernahme der unterbrochene Lauf nicht mehr kam.</translation>
    </message>
    <message>
        <source>Targets at once.</source>
        <translation>Ziele zugleich.</translation>
    </message>
    <message>
        <source>Seconds to reach a host, from 0.1; goes before ConnectTimeout of your SSH config.</source>
        <translation>Sekunden, um einen Host zu erreichen, ab 0.1; geht vor ConnectTimeout Ihrer SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>Seconds for each probe.</source>
        <translation>Sekunden für jede Abfrage.</translation>
    </message>
    <message>
        <source>Seconds a target.</source>
        <translation>Sekunden je Ziel.</translation>
    </message>
    <message>
        <source>Only this chapter; may be repeated.</source>
        <translation>Nur dieses Kapitel; lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Your own addenda.</source>
        <translation>Ihre eigenen Ergänzungen.</translation>
    </message>
    <message>
        <source>Audit of {target} and {n} more</source>
        <translation>Audit von {target} und {n} weiteren</translation>
    </message>
    <message>
        <source>Audit of {target}</source>
        <translation>Audit von {target}</translation>
    </message>
    <message>
        <source>Then go on with: bartizan audit --resume {path}</source>
        <translation>Danach weiter mit: bartizan audit --resume {path}</translation>
    </message>
    <message>
        <source>Answers taken over from {audit}: {n}; a person should confirm them</source>
        <translation>Aus {audit} übernommene Antworten: {n}; eine Person sollte sie bestätigen</translation>
    </message>
    <message>
        <source>  not taken over: {item}: {reason}</source>
        <translation>  nicht übernommen: {item}: {reason}</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>Go on with: bartizan audit --resume {path}</source>
        <translation>Fortsetzen mit: bartizan audit --resume {path}</translation>
    </message>
    <message>
        <source>{file}: no run of it was interrupted; there is nothing to go on with.</source>
        <translation>{file}: Kein Lauf davon wurde unterbrochen; es gibt nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>{path}: there is no such known_hosts file.</source>
        <translation>{path}: Diese known_hosts-Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>--host-key {key}: write it as SHA256:..., as ssh-keygen -l prints it.</source>
        <translation>--host-key {key}: Schreiben Sie ihn als SHA256:..., so wie ssh-keygen -l ihn ausgibt.</translation>
    </message>
    <message>
        <source>{option}: --resume goes on with what the audit says; leave it out.</source>
        <translation>{option}: --resume setzt fort, was das Audit sagt; lassen Sie die Option weg.</translation>
    </message>
    <message>
        <source>Nothing to audit: name a TARGET, or give --local or --inventory FILE.</source>
        <translation>Nichts zu prüfen: Nennen Sie ein TARGET, oder geben Sie --local oder --inventory FILE an.</translation>
    </message>
    <message>
        <source>--legacy-algorithms {name}: there is no such target in this audit.</source>
        <translation>--legacy-algorithms {name}: Dieses Ziel gibt es in diesem Audit nicht.</translation>
    </message>
    <message>
        <source>{target}: there is no platform {platform}; known are {names}.</source>
        <translation>{target}: Eine Plattform {platform} gibt es nicht; bekannt sind {names}.</translation>
    </message>
    <message>
        <source>--chapter {chapter}: there is no such chapter; known are {known}.</source>
        <translation>--chapter {chapter}: Dieses Kapitel gibt es nicht; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>not asked for on the command line</source>
        <translation>auf der Befehlszeile nicht verlangt</translation>
    </message>
    <message>
        <source>Report written to {path}</source>
        <translation>Bericht geschrieben nach {path}</translation>
    </message>
    <message>
        <source>--sign-passphrase takes only - (standard input): it must not stand on a command line.</source>
        <translation>--sign-passphrase nimmt nur - (Standardeingabe): Sie darf nicht auf einer Befehlszeile stehen.</translation>
    </message>
    <message>
        <source>--sign-passphrase -: standard input is closed; pipe the passphrase into it.</source>
        <translation>--sign-passphrase -: Die Standardeingabe ist geschlossen; leiten Sie die Passphrase hinein.</translation>
    </message>
    <message>
        <source>{path}: needs its passphrase; keep it with `bartizan login --key {path}`, or give it by --sign-passphrase - on standard input.</source>
        <translation>{path}: braucht die Passphrase; bewahren Sie sie mit `bartizan login --key {path}` auf, oder geben Sie sie mit --sign-passphrase - auf der Standardeingabe.</translation>
    </message>
    <message>
        <source>Passphrase of {path}</source>
        <translation>Passphrase von {path}</translation>
    </message>
    <message>
        <source>Example: bartizan checks show 7.1.1-b</source>
        <translation>Beispiel: bartizan checks show 7.1.1-b</translation>
    </message>
    <message>
        <source>List, show, validate and try checks; print the commands that may run on a host.</source>
        <translation>Prüfungen auflisten, zeigen, kontrollieren und ausprobieren; die Befehle ausgeben, die auf einem Host laufen dürfen.</translation>
    </message>
    <message>
        <source>Example: bartizan checks list --platform libvirt</source>
        <translation>Beispiel: bartizan checks list --platform libvirt</translation>
    </message>
    <message>
        <source>List the items of the guideline, and how each is decided on a platform.</source>
        <translation>Die Punkte der Leitlinie auflisten, und wie jeder auf einer Plattform entschieden wird.</translation>
    </message>
    <message>
        <source>Only what this addendum and its bases decide or collect.</source>
        <translation>Nur, was diese Ergänzung und ihre Grundlagen entscheiden oder erheben.</translation>
    </message>
    <message>
        <source>{n} checks</source>
        <translation>{n} Prüfg.</translation>
    </message>
    <message>
        <source>collects</source>
        <translation>erhebt</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>{items} items, {total} checks that decide, {others} that collect</source>
        <translation>{items} Punkte, {total} Prüfungen, die entscheiden, {others}, die erheben</translation>
    </message>
    <message>
        <source>Example: bartizan checks show 4.2-a</source>
        <translation>Beispiel: bartizan checks show 4.2-a</translation>
    </message>
    <message>
        <source>Show an item or a check whole: requirement, reason, commands, expectation, remedy.</source>
        <translation>Einen Punkt oder eine Prüfung ganz zeigen: Anforderung, Grund, Befehle, Erwartung, Abhilfe.</translation>
    </message>
    <message>
        <source>{addendum}: no command decides it: {why}</source>
        <translation>{addendum}: Kein Befehl entscheidet das: {why}</translation>
    </message>
    <message>
        <source>{id}: there is no item or check of that id{hint}.</source>
        <translation>{id}: Einen Punkt oder eine Prüfung dieser Kennung gibt es nicht{hint}.</translation>
    </message>
    <message>
        <source>  {severity}, {mode}, scope {scope}, answers threats {threats}</source>
        <translation>  {severity}, {mode}, Umfang {scope}, begegnet den Bedrohungen {threats}</translation>
    </message>
    <message>
        <source>must hold</source>
        <translation>muss gelten</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>references</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>unless</source>
        <translation>außer wenn</translation>
    </message>
    <message>
        <source>mend ({family})</source>
        <translation>Abhilfe ({family})</translation>
    </message>
    <message>
        <source>Example: bartizan checks validate my-checks</source>
        <translation>Beispiel: bartizan checks validate meine-pruefungen</translation>
    </message>
    <message>
        <source>Check content files: every fault with file, line, item and a suggestion.</source>
        <translation>Inhaltsdateien kontrollieren: jeder Fehler mit Datei, Zeile, Punkt und Vorschlag.</translation>
    </message>
    <message>
        <source>{path}: there is no such file or folder.</source>
        <translation>{path}: Diese Datei oder diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>No faults: {items} items, {addenda} addenda, {checks} checks</source>
        <translation>Keine Fehler: {items} Punkte, {addenda} Ergänzungen, {checks} Prüfungen</translation>
    </message>
    <message>
        <source>Example: bartizan checks try my-checks --on root@hv1</source>
        <translation>Beispiel: bartizan checks try meine-pruefungen --on root@hv1</translation>
    </message>
    <message>
        <source>Run the checks of PATH on one target and show what each one sees; nothing is stored.</source>
        <translation>Die Prüfungen aus PATH auf einem Ziel ausführen und zeigen, was jede sieht; nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>A target as of audit, or this-computer.</source>
        <translation>Ein Ziel wie bei audit, oder this-computer.</translation>
    </message>
    <message>
        <source>Private key file.</source>
        <translation>Datei des privaten Schlüssels.</translation>
    </message>
    <message>
        <source>Accept and keep the key of a host never seen before.</source>
        <translation>Den Schlüssel eines nie zuvor gesehenen Hosts annehmen und behalten.</translation>
    </message>
    <message>
        <source>{addendum}: doesn&apos;t apply to {target} (its `detect` was not true there)</source>
        <translation>{addendum}: betrifft {target} nicht (`detect` traf dort nicht zu)</translation>
    </message>
    <message>
        <source>Example: bartizan checks schema --out checks/schema.json</source>
        <translation>Beispiel: bartizan checks schema --out checks/schema.json</translation>
    </message>
    <message>
        <source>Write the JSON Schema of content files or inventories; `make schema` keeps the project&apos;s own current.</source>
        <translation>Das JSON-Schema von Inhaltsdateien oder Inventaren schreiben; `make schema` hält die eigenen aktuell.</translation>
    </message>
    <message>
        <source>That of inventories instead of that of content files.</source>
        <translation>Das der Inventare statt das der Inhaltsdateien.</translation>
    </message>
    <message>
        <source>Where to write it.</source>
        <translation>Wohin geschrieben wird.</translation>
    </message>
    <message>
        <source>Example: bartizan checks commands --platform libvirt</source>
        <translation>Beispiel: bartizan checks commands --platform libvirt</translation>
    </message>
    <message>
        <source>Print every command that may run on a host of a platform, with the rights that it needs.</source>
        <translation>Jeden Befehl ausgeben, der auf einem Host einer Plattform laufen darf, mit den Rechten, die er braucht.</translation>
    </message>
    <message>
        <source>The addendum; its bases are included.</source>
        <translation>Die Ergänzung; ihre Grundlagen gehören dazu.</translation>
    </message>
    <message>
        <source>Example: bartizan checks sudoers --platform libvirt --user audit</source>
        <translation>Beispiel: bartizan checks sudoers --platform libvirt --user audit</translation>
    </message>
    <message>
        <source>Print a sudoers file that allows an audit account exactly the privileged commands of a platform.

Install it with visudo -f /etc/sudoers.d/bartizan-audit. A new version of Bartizan may need a new file.</source>
        <translation>Eine sudoers-Datei ausgeben, die einem Auditkonto genau die Befehle einer Plattform erlaubt, die Rechte brauchen.

Einzurichten mit visudo -f /etc/sudoers.d/bartizan-audit. Eine neue Fassung von Bartizan braucht vielleicht eine neue Datei.</translation>
    </message>
    <message>
        <source>The account that audits.</source>
        <translation>Das Konto, das prüft.</translation>
    </message>
    <message>
        <source>As given to audit, in seconds.</source>
        <translation>Wie bei audit angegeben, in Sekunden.</translation>
    </message>
    <message>
        <source>There is no platform {platform}; known are {known}.</source>
        <translation>Eine Plattform {platform} gibt es nicht; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Show this message and exit.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>default: {default}</source>
        <translation>Vorgabe: {default}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>Missing command.</source>
        <translation>Der Befehl fehlt.</translation>
    </message>
    <message>
        <source>Missing argument</source>
        <translation>Es fehlt das Argument</translation>
    </message>
    <message>
        <source>Missing option</source>
        <translation>Es fehlt die Option</translation>
    </message>
    <message>
        <source>Missing parameter</source>
        <translation>Es fehlt der Parameter</translation>
    </message>
    <message>
        <source>Invalid value: {message}</source>
        <translation>Ungültiger Wert: {message}</translation>
    </message>
    <message>
        <source>Invalid value for {param_hint}: {message}</source>
        <translation>Ungültiger Wert für {param_hint}: {message}</translation>
    </message>
    <message>
        <source>No such option {name!r}.</source>
        <translation>Die Option {name!r} gibt es nicht.</translation>
    </message>
    <message>
        <source>No such command {name!r}.</source>
        <translation>Den Befehl {name!r} gibt es nicht.</translation>
    </message>
    <message>
        <source>Did you mean {possibility}?</source>
        <translation>Meinten Sie {possibility}?</translation>
    </message>
    <message>
        <source>(Did you mean one of: {possibilities}?)</source>
        <translation>(Meinten Sie eines von: {possibilities}?)</translation>
    </message>
    <message>
        <source>Option {name!r} does not take a value.</source>
        <translation>Die Option {name!r} nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>Option {name!r} requires an argument.</source>
        <translation>Die Option {name!r} braucht ein Argument.</translation>
    </message>
    <message>
        <source>Option {name!r} requires {nargs} arguments.</source>
        <translation>Die Option {name!r} braucht {nargs} Argumente.</translation>
    </message>
    <message>
        <source>Got unexpected extra argument ({args})</source>
        <translation>Ein Argument zu viel ({args})</translation>
    </message>
    <message>
        <source>Got unexpected extra arguments ({args})</source>
        <translation>Argumente zu viel ({args})</translation>
    </message>
    <message>
        <source>{value!r} is not {choice}.</source>
        <translation>{value!r} ist nicht {choice}.</translation>
    </message>
    <message>
        <source>{value!r} is not one of {choices}.</source>
        <translation>{value!r} ist keines von {choices}.</translation>
    </message>
    <message>
        <source>{value!r} is not a valid {number_type}.</source>
        <translation>{value!r} ist kein gültiger Wert ({number_type}).</translation>
    </message>
    <message>
        <source>{value} is not in the range {range}.</source>
        <translation>{value} liegt nicht im Bereich {range}.</translation>
    </message>
    <message>
        <source>Standard output can&apos;t be written ({why}); make room there, or lead it to another place.</source>
        <translation>In die Standardausgabe lässt sich nicht schreiben ({why}); schaffen Sie dort Platz, oder leiten Sie sie woandershin.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be written.</source>
        <translation>{path}: nicht beschreibbar.</translation>
    </message>
    <message>
        <source>-: name a file here; standard output is /dev/stdout.</source>
        <translation>-: Nennen Sie hier eine Datei; die Standardausgabe ist /dev/stdout.</translation>
    </message>
    <message>
        <source>{path}: is a folder; give the name of a file.</source>
        <translation>{path}: ist ein Ordner; geben Sie den Namen einer Datei an.</translation>
    </message>
    <message>
        <source>{path}: the folder {parent} is not there; make it or choose another.</source>
        <translation>{path}: Der Ordner {parent} ist nicht da; legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{path}: is an audit or another database; choose another name for the report.</source>
        <translation>{path}: ist ein Audit oder eine andere Datenbank; wählen Sie einen anderen Namen für den Bericht.</translation>
    </message>
    <message>
        <source>not the name of a file</source>
        <translation>kein Name einer Datei</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be written ({why}); choose another name or folder.</source>
        <translation>{path}: nicht beschreibbar ({why}); wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>{path}: given for {seen} and {option}; name two files.</source>
        <translation>{path}: angegeben für {seen} und {option}; nennen Sie zwei Dateien.</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 Antwort</translation>
    </message>
    <message>
        <source>{n} answers</source>
        <translation>{n} Antworten</translation>
    </message>
    <message>
        <source>{item} on {target}: {word} by {by}, entry {id}</source>
        <translation>{item} auf {target}: {word} durch {by}, Eintrag {id}</translation>
    </message>
    <message>
        <source>{item}: {word} by {by}, entry {id}</source>
        <translation>{item}: {word} durch {by}, Eintrag {id}</translation>
    </message>
    <message>
        <source>Example: bartizan compare spring.bartizan autumn.bartizan --json changes.json</source>
        <translation>Beispiel: bartizan compare fruehjahr.bartizan herbst.bartizan --json aenderungen.json</translation>
    </message>
    <message>
        <source>Say what changed from the audit OLD to the audit NEW, or from a revision: results, machines, VMs, items.</source>
        <translation>Sagen, was sich vom Audit OLD zum Audit NEW oder seit einer Revision geändert hat: Ergebnisse, Maschinen, VMs, Punkte.</translation>
    </message>
    <message>
        <source>Compare with OLD as this revision was signed; without NEW, with itself now.</source>
        <translation>Mit OLD vergleichen, wie diese Revision unterschrieben wurde; ohne NEW mit dem heutigen Stand.</translation>
    </message>
    <message>
        <source>Write the changes as JSON; - is standard output.</source>
        <translation>Die Änderungen als JSON schreiben; - ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>Name the audits OLD and NEW, or one audit and its earlier --revision.</source>
        <translation>Nennen Sie die Audits OLD und NEW, oder ein Audit und dessen frühere --revision.</translation>
    </message>
    <message>
        <source>“{title}” of {day}, revision {revision}, seal {seal}</source>
        <translation>„{title}“ vom {day}, Revision {revision}, Siegel {seal}</translation>
    </message>
    <message>
        <source>“{title}”, revision {revision}, seal {seal}</source>
        <translation>„{title}“, Revision {revision}, Siegel {seal}</translation>
    </message>
    <message>
        <source>From {old}
to   {new}</source>
        <translation>Von  {old}
nach {new}</translation>
    </message>
    <message>
        <source>its text changed</source>
        <translation>Wortlaut geändert</translation>
    </message>
    <message>
        <source>new machines: {names}</source>
        <translation>neue Maschinen: {names}</translation>
    </message>
    <message>
        <source>machines gone: {names}</source>
        <translation>nicht mehr da: {names}</translation>
    </message>
    <message>
        <source>new items: {names}</source>
        <translation>neue Punkte: {names}</translation>
    </message>
    <message>
        <source>items gone: {names}</source>
        <translation>weggefallene Punkte: {names}</translation>
    </message>
    <message>
        <source>new on {target}: {name}</source>
        <translation>neu auf {target}: {name}</translation>
    </message>
    <message>
        <source>gone from {target}: {name}</source>
        <translation>nicht mehr auf {target}: {name}</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>{n} changes</source>
        <translation>{n} Änderungen</translation>
    </message>
    <message>
        <source>1 finding as before</source>
        <translation>1 Befund wie zuvor</translation>
    </message>
    <message>
        <source>{n} findings as before</source>
        <translation>{n} Befunde wie zuvor</translation>
    </message>
    <message>
        <source>Example: bartizan confirm autumn.bartizan --all --by &quot;A. Example&quot; --role &quot;Data centre manager&quot;</source>
        <translation>Beispiel: bartizan confirm herbst.bartizan --all --by &quot;A. Beispiel&quot; --role &quot;Leitung Rechenzentrum&quot;</translation>
    </message>
    <message>
        <source>Give answers that an earlier audit handed on once more, as one&apos;s own; `bartizan answers` lists their IDs.</source>
        <translation>Antworten, die ein früheres Audit weitergab, noch einmal als eigene geben; `bartizan answers` nennt ihre Nummern.</translation>
    </message>
    <message>
        <source>Every answer that was carried over and still stands.</source>
        <translation>Jede übernommene Antwort, die noch gilt.</translation>
    </message>
    <message>
        <source>Who confirms.</source>
        <translation>Wer bestätigt.</translation>
    </message>
    <message>
        <source>In which role.</source>
        <translation>In welcher Rolle.</translation>
    </message>
    <message>
        <source>What was looked at; default: the remark that was carried over.</source>
        <translation>Was angesehen wurde; Vorgabe: die übernommene Bemerkung.</translation>
    </message>
    <message>
        <source>Give either the IDs of answers or --all.</source>
        <translation>Geben Sie entweder die Nummern von Antworten oder --all an.</translation>
    </message>
    <message>
        <source>{answers} confirmed by {by}</source>
        <translation>{answers} von {by} bestätigt</translation>
    </message>
    <message>
        <source>Example: bartizan history autumn.bartizan --item 4.1-a --target hv1 --who &quot;A. Example&quot;</source>
        <translation>Beispiel: bartizan history herbst.bartizan --item 4.1-a --target hv1 --who &quot;A. Beispiel&quot;</translation>
    </message>
    <message>
        <source>List what happened in the audit FILE, oldest first; times and days are those of this computer&apos;s zone.</source>
        <translation>Auflisten, was im Audit FILE geschah, das Älteste zuerst; Zeiten und Tage sind die der Zeitzone dieses Rechners.</translation>
    </message>
    <message>
        <source>Only what was said of this item; with a machine, what was measured too.</source>
        <translation>Nur, was zu diesem Punkt gesagt wurde; mit einer Maschine auch, was gemessen wurde.</translation>
    </message>
    <message>
        <source>Only what concerns this machine.</source>
        <translation>Nur, was diese Maschine betrifft.</translation>
    </message>
    <message>
        <source>Only what this person did.</source>
        <translation>Nur, was diese Person tat.</translation>
    </message>
    <message>
        <source>Only entries of this kind.</source>
        <translation>Nur Einträge dieser Art.</translation>
    </message>
    <message>
        <source>Only from this day on.</source>
        <translation>Nur ab diesem Tag.</translation>
    </message>
    <message>
        <source>Only until this day, and on it.</source>
        <translation>Nur bis zu diesem Tag einschließlich.</translation>
    </message>
    <message>
        <source>Print JSON, one object a line, with times in UTC.</source>
        <translation>JSON ausgeben, ein Objekt je Zeile, mit Zeiten in UTC.</translation>
    </message>
    <message>
        <source>{item}: there is no such item; `bartizan checks list` names them.</source>
        <translation>{item}: Diesen Punkt gibt es nicht; `bartizan checks list` nennt sie.</translation>
    </message>
    <message>
        <source>{target}: is no machine of this audit.</source>
        <translation>{target}: ist keine Maschine dieses Audits.</translation>
    </message>
    <message>
        <source>Example: bartizan judge autumn.bartizan --checks my-checks</source>
        <translation>Beispiel: bartizan judge herbst.bartizan --checks meine-pruefungen</translation>
    </message>
    <message>
        <source>Judge the evidence in the audit FILE again; no host is needed. Exit status as of audit.

A signed audit stays as it was signed: judging it again opens a new revision, which needs --by and --remark.</source>
        <translation>Die Nachweise im Audit FILE neu beurteilen; kein Host wird gebraucht. Rückgabewert wie bei audit.

Ein unterschriebenes Audit bleibt, wie es unterschrieben wurde: Eine neue Beurteilung öffnet eine neue Revision, wofür --by und --remark nötig sind.</translation>
    </message>
    <message>
        <source>Of a signed audit: who opens it again as a new revision.</source>
        <translation>Bei einem unterschriebenen Audit: wer es als neue Revision wieder öffnet.</translation>
    </message>
    <message>
        <source>Of a signed audit: why.</source>
        <translation>Bei einem unterschriebenen Audit: warum.</translation>
    </message>
    <message>
        <source>Judged again: 1 target</source>
        <translation>Neu beurteilt: 1 Ziel</translation>
    </message>
    <message>
        <source>Judged again: {n} targets</source>
        <translation>Neu beurteilt: {n} Ziele</translation>
    </message>
    <message>
        <source>{file}: it was judged with checks that are not given now ({addenda}), so what they decided isn&apos;t decided by them any more; to judge with them, give their folder: --checks.</source>
        <translation>{file}: Beurteilt wurde es mit Prüfungen, die jetzt nicht angegeben sind ({addenda}); was sie entschieden haben, entscheiden sie daher nicht mehr; um mit ihnen zu beurteilen, geben Sie ihren Ordner an: --checks.</translation>
    </message>
    <message>
        <source>TARGET is a name of this inventory (docs/inventory.md).</source>
        <translation>TARGET ist ein Name dieses Inventars (docs/inventory.md).</translation>
    </message>
    <message>
        <source>Example: bartizan login audit@hv1 --sudo</source>
        <translation>Beispiel: bartizan login audit@hv1 --sudo</translation>
    </message>
    <message>
        <source>Keep a secret of TARGET in the keyring: the login password, or what --sudo or --key names.</source>
        <translation>Ein Geheimnis von TARGET im Schlüsselbund aufbewahren: das Anmeldepasswort, oder was --sudo oder --key nennt.</translation>
    </message>
    <message>
        <source>On a terminal it is asked for without being shown; otherwise one line of standard input is taken. It is kept for the account and address that TARGET stands for, so every name of that host in your SSH config has it too.</source>
        <translation>An einem Terminal wird danach gefragt, ohne es zu zeigen; sonst wird eine Zeile der Standardeingabe genommen. Aufbewahrt wird es für Konto und Adresse, für die TARGET steht; jeder Name dieses Hosts in Ihrer SSH-Konfiguration hat es also auch.</translation>
    </message>
    <message>
        <source>bartizan login audit@hv1                           the login password
bartizan login audit@hv1 --sudo                    what sudo asks for there
bartizan login audit@hv1 --key ~/.ssh/id_ed25519   the passphrase of a key
bartizan login hv1 --inventory hosts.yaml          a host of an inventory
bartizan login --key auditor.p12                   the passphrase of a certificate that signs reports
bartizan login --list                              what is kept</source>
        <translation>bartizan login audit@hv1                           das Anmeldepasswort
bartizan login audit@hv1 --sudo                    wonach sudo dort fragt
bartizan login audit@hv1 --key ~/.ssh/id_ed25519   die Passphrase eines Schlüssels
bartizan login hv1 --inventory hosts.yaml          ein Host eines Inventars
bartizan login --key auditor.p12                   die Passphrase eines Zertifikats zum Signieren
bartizan login --list                              was aufbewahrt ist</translation>
    </message>
    <message>
        <source>Keep the password that sudo asks for.</source>
        <translation>Das Passwort aufbewahren, nach dem sudo fragt.</translation>
    </message>
    <message>
        <source>Keep the passphrase of this private key file.</source>
        <translation>Die Passphrase dieser privaten Schlüsseldatei aufbewahren.</translation>
    </message>
    <message>
        <source>Print what is kept, by name; never a secret itself.</source>
        <translation>Nennen, was aufbewahrt ist; nie ein Geheimnis selbst.</translation>
    </message>
    <message>
        <source>--list stands alone: it prints everything that is kept.</source>
        <translation>--list steht allein: Es gibt alles aus, was aufbewahrt ist.</translation>
    </message>
    <message>
        <source>Name a TARGET to keep a secret of, or give --list.</source>
        <translation>Nennen Sie ein TARGET, um ein Geheimnis davon aufzubewahren, oder geben Sie --list an.</translation>
    </message>
    <message>
        <source>Give either --sudo or --key FILE; call it twice to keep both.</source>
        <translation>Geben Sie entweder --sudo oder --key FILE an; um beides aufzubewahren, rufen Sie zweimal auf.</translation>
    </message>
    <message>
        <source>{key}: there is no such key file.</source>
        <translation>{key}: Diese Schlüsseldatei gibt es nicht.</translation>
    </message>
    <message>
        <source>any target</source>
        <translation>jedes Ziel</translation>
    </message>
    <message>
        <source>passphrase of {key}</source>
        <translation>Passphrase von {key}</translation>
    </message>
    <message>
        <source>sudo password</source>
        <translation>sudo-Passwort</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>{what} for {target}</source>
        <translation>{what} für {target}</translation>
    </message>
    <message>
        <source>{error} Nothing was kept.</source>
        <translation>{error} Nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>The {what} for {target} is kept in the keyring</source>
        <translation>Im Schlüsselbund aufbewahrt für {target}: {what}</translation>
    </message>
    <message>
        <source>{inventory}: names no host {text!r}.</source>
        <translation>{inventory}: nennt keinen Host {text!r}.</translation>
    </message>
    <message>
        <source>The keyring holds nothing of Bartizan</source>
        <translation>Der Schlüsselbund enthält nichts von Bartizan</translation>
    </message>
    <message>
        <source>The secret is not UTF-8; nothing was kept.</source>
        <translation>Das Geheimnis ist kein UTF-8; nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>No secret was given; nothing was kept.</source>
        <translation>Es wurde kein Geheimnis angegeben; nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>The secret {fault}; nothing was kept.</source>
        <translation>Das Geheimnis {fault}; nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Example: bartizan logout audit@hv1</source>
        <translation>Beispiel: bartizan logout audit@hv1</translation>
    </message>
    <message>
        <source>Delete the secrets of TARGET from the keyring: all of them, or those that an option names.</source>
        <translation>Die Geheimnisse von TARGET aus dem Schlüsselbund löschen: alle, oder die, die eine Option nennt.</translation>
    </message>
    <message>
        <source>TARGET may also be a name as `bartizan login --list` prints it.</source>
        <translation>TARGET kann auch ein Name sein, wie ihn `bartizan login --list` ausgibt.</translation>
    </message>
    <message>
        <source>Only the password that sudo asks for.</source>
        <translation>Nur das Passwort, nach dem sudo fragt.</translation>
    </message>
    <message>
        <source>Only the passphrase of this private key file.</source>
        <translation>Nur die Passphrase dieser privaten Schlüsseldatei.</translation>
    </message>
    <message>
        <source>A name of the list stands alone: it says what to delete.</source>
        <translation>Ein Name der Liste steht allein: Er sagt, was zu löschen ist.</translation>
    </message>
    <message>
        <source>{target!r} is not kept; `bartizan login --list` prints what is.</source>
        <translation>{target!r} ist nicht aufbewahrt; `bartizan login --list` nennt, was es ist.</translation>
    </message>
    <message>
        <source>{target} deleted</source>
        <translation>{target} gelöscht</translation>
    </message>
    <message>
        <source>{target} was no longer in the keyring</source>
        <translation>{target} war nicht mehr im Schlüsselbund</translation>
    </message>
    <message>
        <source>The keyring holds nothing of {target}</source>
        <translation>Der Schlüsselbund enthält nichts von {target}</translation>
    </message>
    <message>
        <source>1 secret of {target} deleted</source>
        <translation>1 Geheimnis von {target} gelöscht</translation>
    </message>
    <message>
        <source>{n} secrets of {target} deleted</source>
        <translation>{n} Geheimnisse von {target} gelöscht</translation>
    </message>
    <message>
        <source>Example: bartizan audit root@hv1 --pdf hv1.pdf</source>
        <translation>Beispiel: bartizan audit root@hv1 --pdf hv1.pdf</translation>
    </message>
    <message>
        <source>Audit virtual machine hosts and guests against a vendor-neutral security guideline.

Alone, it opens the wizard. Each command has its own --help with an example.</source>
        <translation>Hosts und Gäste der Virtualisierung anhand einer herstellerunabhängigen Sicherheitsleitlinie prüfen.

Allein aufgerufen öffnet sich der Assistent. Jeder Befehl hat ein eigenes --help mit einem Beispiel.</translation>
    </message>
    <message>
        <source>%(prog)s, version %(version)s</source>
        <translation>%(prog)s, Version %(version)s</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Show tracebacks and log what is done.</source>
        <translation>Ablaufverfolgungen zeigen und protokollieren, was getan wird.</translation>
    </message>
    <message>
        <source>{group}: name one of its commands: {names}.</source>
        <translation>{group}: Nennen Sie einen seiner Befehle: {names}.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be used ({why}); choose another file or folder.</source>
        <translation>{path}: kann nicht verwendet werden ({why}); eine andere Datei oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>{problem} Try --help.</source>
        <translation>{problem} Versuchen Sie --help.</translation>
    </message>
    <message>
        <source>The program failed ({kind}); run again with --debug and report what it prints.</source>
        <translation>Das Programm ist gescheitert ({kind}); rufen Sie es noch einmal mit --debug auf, und melden Sie, was es ausgibt.</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>done in {seconds} s: {counts}</source>
        <translation>fertig in {seconds} s: {counts}</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>sieht nach</translation>
    </message>
    <message>
        <source>looking at {probe}</source>
        <translation>sieht an: {probe}</translation>
    </message>
    <message>
        <source>judging</source>
        <translation>beurteilt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>1 more target</source>
        <translation>1 weiteres Ziel</translation>
    </message>
    <message>
        <source>{n} more targets</source>
        <translation>{n} weitere Ziele</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>All targets</source>
        <translation>Alle Ziele</translation>
    </message>
    <message>
        <source>Example: bartizan report autumn.bartizan --format pdf --out autumn.pdf</source>
        <translation>Beispiel: bartizan report herbst.bartizan --format pdf --out herbst.pdf</translation>
    </message>
    <message>
        <source>Write a report from the audit FILE; no host is needed. The format folder makes a folder, form a questionnaire.

The passphrase of a certificate is that of `bartizan login --key CERTIFICATE`, else it is asked for.</source>
        <translation>Einen Bericht aus dem Audit FILE schreiben; kein Host wird gebraucht. Das Format folder legt einen Ordner an, form einen Fragebogen.

Die Passphrase eines Zertifikats ist die von `bartizan login --key CERTIFICATE`, sonst wird danach gefragt.</translation>
    </message>
    <message>
        <source>Which kind of report.</source>
        <translation>Welche Art von Bericht.</translation>
    </message>
    <message>
        <source>Of pdf and folder: say what changed since this audit.</source>
        <translation>Bei pdf und folder: sagen, was sich seit diesem Audit geändert hat.</translation>
    </message>
    <message>
        <source>The same for an earlier revision of this audit.</source>
        <translation>Dasselbe für eine frühere Revision dieses Audits.</translation>
    </message>
    <message>
        <source>Of ckl and cklb: the checklist of this machine alone.</source>
        <translation>Bei ckl und cklb: nur die Prüfliste dieser Maschine.</translation>
    </message>
    <message>
        <source>The audit as this earlier revision was signed.</source>
        <translation>Das Audit, wie diese frühere Revision unterschrieben wurde.</translation>
    </message>
    <message>
        <source>Of pdf and folder: sign with this certificate (PKCS#12).</source>
        <translation>Bei pdf und folder: mit diesem Zertifikat (PKCS#12) signieren.</translation>
    </message>
    <message>
        <source>Of pdf, html, folder and form: in this language, such as de.</source>
        <translation>Bei pdf, html, folder und form: in dieser Sprache, etwa de.</translation>
    </message>
    <message>
        <source>Take its passphrase from standard input.</source>
        <translation>Dessen Passphrase von der Standardeingabe nehmen.</translation>
    </message>
    <message>
        <source>Give either --since FILE or --since-revision N.</source>
        <translation>Geben Sie entweder --since FILE oder --since-revision N an.</translation>
    </message>
    <message>
        <source>--since: only {formats} say what changed; leave it out for {format}.</source>
        <translation>--since: Nur {formats} sagen, was sich geändert hat; lassen Sie es bei {format} weg.</translation>
    </message>
    <message>
        <source>--sign-with: only {formats} can be signed; leave it out for {format}.</source>
        <translation>--sign-with: Nur {formats} lassen sich signieren; lassen Sie es bei {format} weg.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>--target: only {formats} are written for one machine; leave it out for {format}.</source>
        <translation>--target: Nur {formats} werden für eine Maschine geschrieben; bei {format} weglassen.</translation>
    </message>
    <message>
        <source>{out}: is the audit itself; choose another name for the report.</source>
        <translation>{out}: ist das Audit selbst; wählen Sie einen anderen Namen für den Bericht.</translation>
    </message>
    <message>
        <source>Report written to {path}, signed by {name}</source>
        <translation>Bericht geschrieben nach {path}, signiert von {name}</translation>
    </message>
    <message>
        <source>--language: {code!r} isn&apos;t there; it can be {codes}.</source>
        <translation>--language: {code!r} gibt es nicht; möglich sind {codes}.</translation>
    </message>
    <message>
        <source>Example: bartizan review autumn.bartizan --accept 12 --accept 13 --by &quot;B. Example&quot; --remark &quot;Seen&quot;</source>
        <translation>Beispiel: bartizan review herbst.bartizan --accept 12 --accept 13 --by &quot;B. Beispiel&quot; --remark &quot;Gesehen&quot;</translation>
    </message>
    <message>
        <source>Accept or reject answers in the audit FILE; ids are those that signoff printed. All of them or none.</source>
        <translation>Antworten im Audit FILE annehmen oder zurückweisen; die Nummern sind die, die signoff ausgab. Alle oder keine.</translation>
    </message>
    <message>
        <source>The number of an answer to accept.</source>
        <translation>Die Nummer einer Antwort, die angenommen wird.</translation>
    </message>
    <message>
        <source>The number of an answer to reject.</source>
        <translation>Die Nummer einer Antwort, die zurückgewiesen wird.</translation>
    </message>
    <message>
        <source>Accept every answer that was submitted, but those to reject.</source>
        <translation>Jede vorgelegte Antwort annehmen, außer den zurückzuweisenden.</translation>
    </message>
    <message>
        <source>Who reviews.</source>
        <translation>Wer prüft.</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>Warum.</translation>
    </message>
    <message>
        <source>Mark the audit so that one may accept one&apos;s own; reports say it.</source>
        <translation>Das Audit so kennzeichnen, dass man die eigenen annehmen darf; Berichte sagen es.</translation>
    </message>
    <message>
        <source>Give either --accept ID or --accept-all.</source>
        <translation>Geben Sie entweder --accept ID oder --accept-all an.</translation>
    </message>
    <message>
        <source>Name at least one answer with --accept ID or --reject ID, or give --accept-all.</source>
        <translation>Nennen Sie mindestens eine Antwort mit --accept ID oder --reject ID, oder geben Sie --accept-all an.</translation>
    </message>
    <message>
        <source>{names}: can&apos;t be accepted and rejected at once.</source>
        <translation>{names}: lässt sich nicht zugleich annehmen und zurückweisen.</translation>
    </message>
    <message>
        <source>{file}: no answer was submitted; `bartizan submit` gives them to a second person.</source>
        <translation>{file}: Keine Antwort wurde vorgelegt; `bartizan submit` gibt sie einer zweiten Person.</translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} rejected</source>
        <translation>{accepted} angenommen, {rejected} zurückgewiesen</translation>
    </message>
    <message>
        <source>Example: bartizan revise autumn.bartizan --by &quot;A. Example&quot; --remark &quot;One more host was found&quot;</source>
        <translation>Beispiel: bartizan revise herbst.bartizan --by &quot;A. Beispiel&quot; --remark &quot;Ein weiterer Host wurde gefunden&quot;</translation>
    </message>
    <message>
        <source>Open the signed audit FILE again, as a new revision that names the seal of the signed one.</source>
        <translation>Das unterschriebene Audit FILE wieder öffnen, als neue Revision, die das Siegel der unterschriebenen nennt.</translation>
    </message>
    <message>
        <source>Who opens it.</source>
        <translation>Wer es öffnet.</translation>
    </message>
    <message>
        <source>{file}: revision {revision}; the one before was signed under the seal {predecessor}</source>
        <translation>{file}: Revision {revision}; die vorige wurde unter dem Siegel {predecessor} unterschrieben</translation>
    </message>
    <message>
        <source>--secrets takes only - (standard input): a file with passwords is never read.</source>
        <translation>--secrets nimmt nur - (Standardeingabe): Eine Datei mit Passwörtern wird nie gelesen.</translation>
    </message>
    <message>
        <source>--secrets -: standard input is closed; pipe the JSON of your secret manager into it.</source>
        <translation>--secrets -: Die Standardeingabe ist geschlossen; leiten Sie das JSON Ihrer Geheimnisverwaltung hinein.</translation>
    </message>
    <message>
        <source>--secrets -: standard input is a terminal; pipe the JSON of your secret manager into it.</source>
        <translation>--secrets -: Die Standardeingabe ist ein Terminal; leiten Sie das JSON Ihrer Passwortverwaltung hinein.</translation>
    </message>
    <message>
        <source>{error} Going on without saved passwords.</source>
        <translation>{error} Es geht ohne gespeicherte Passwörter weiter.</translation>
    </message>
    <message>
        <source>--secrets -: there is no target {names} and {n} more; its secrets are not used.</source>
        <translation>--secrets -: Ein Ziel {names} und {n} weitere gibt es nicht; ihre Geheimnisse werden nicht verwendet.</translation>
    </message>
    <message>
        <source>--secrets -: there is no target {names}; its secrets are not used.</source>
        <translation>--secrets -: Ein Ziel {names} gibt es nicht; seine Geheimnisse werden nicht verwendet.</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>holds a line break or a NUL, which no login takes</source>
        <translation>enthält einen Zeilenumbruch oder ein NUL, was keine Anmeldung nimmt</translation>
    </message>
    <message>
        <source>holds half a character (a lone surrogate)</source>
        <translation>enthält ein halbes Zeichen (ein einzelnes Surrogat)</translation>
    </message>
    <message>
        <source>--secrets -: more than 1 MB; give one JSON object.</source>
        <translation>--secrets -: mehr als 1 MB; geben Sie ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>--secrets -: nothing came on standard input; give {example}.</source>
        <translation>--secrets -: Auf der Standardeingabe kam nichts; geben Sie {example}.</translation>
    </message>
    <message>
        <source>--secrets -: a name stands twice in one object; give each once.</source>
        <translation>--secrets -: Ein Name steht zweimal in einem Objekt; geben Sie jeden einmal.</translation>
    </message>
    <message>
        <source>--secrets -: not JSON; write {example}.</source>
        <translation>--secrets -: kein JSON; schreiben Sie {example}.</translation>
    </message>
    <message>
        <source>--secrets -: expected one JSON object by target name: {example}.</source>
        <translation>--secrets -: Erwartet wird ein JSON-Objekt nach Namen der Ziele: {example}.</translation>
    </message>
    <message>
        <source>--secrets -: {name}: expected an object with {keys} only.</source>
        <translation>--secrets -: {name}: Erwartet wird ein Objekt nur mit {keys}.</translation>
    </message>
    <message>
        <source>--secrets -: {name}: each secret must be text.</source>
        <translation>--secrets -: {name}: Jedes Geheimnis muss Text sein.</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>--secrets -: {name}: the {what} {fault}; give it without, or leave it out.</source>
        <translation>--secrets -: {name}: {what} {fault}; geben Sie es ohne das, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>{items} items, {addenda} addenda</source>
        <translation>{items} Punkte, {addenda} Ergänzungen</translation>
    </message>
    <message>
        <source>missing: {names}</source>
        <translation>fehlt: {names}</translation>
    </message>
    <message>
        <source>fonts and icons are there</source>
        <translation>Schriften und Symbole sind da</translation>
    </message>
    <message>
        <source>{platform}, drew {width} x {height} pixels</source>
        <translation>{platform}, zeichnete {width} x {height} Pixel</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} Bytes</translation>
    </message>
    <message>
        <source>answered within {seconds} s</source>
        <translation>hat innerhalb von {seconds} s geantwortet</translation>
    </message>
    <message>
        <source>Example: bartizan self-test</source>
        <translation>Beispiel: bartizan self-test</translation>
    </message>
    <message>
        <source>Try content, resources, keyring, Qt, PDF and processes; exit status 0 if all that is needed works.</source>
        <translation>Inhalt, Ressourcen, Schlüsselbund, Qt, PDF und Prozesse ausprobieren; Rückgabewert 0, wenn alles Nötige funktioniert.</translation>
    </message>
    <message>
        <source>Example: bartizan sign autumn.bartizan --by &quot;C. Example&quot; --role &quot;Head of IT&quot; --remark &quot;Read and agreed&quot;</source>
        <translation>Beispiel: bartizan sign herbst.bartizan --by &quot;C. Beispiel&quot; --role &quot;IT-Leitung&quot; --remark &quot;Gelesen und einverstanden&quot;</translation>
    </message>
    <message>
        <source>Sign the audit FILE and lock it; after that only a new revision can change it.</source>
        <translation>Das Audit FILE unterschreiben und sperren; danach kann es nur eine neue Revision ändern.</translation>
    </message>
    <message>
        <source>Who signs.</source>
        <translation>Wer unterschreibt.</translation>
    </message>
    <message>
        <source>What is signed, in a sentence.</source>
        <translation>Was unterschrieben wird, in einem Satz.</translation>
    </message>
    <message>
        <source>Sign although nobody has reviewed some answers; the report says so.</source>
        <translation>Unterschreiben, obwohl niemand manche Antworten geprüft hat; der Bericht sagt es.</translation>
    </message>
    <message>
        <source>Sign although item, check or evidence changed after some answers; the report says so.</source>
        <translation>Unterschreiben, obwohl sich Punkt, Prüfung oder Nachweis nach manchen Antworten geändert haben; der Bericht sagt es.</translation>
    </message>
    <message>
        <source>{problem} That is --{option}.</source>
        <translation>{problem} Das ist --{option}.</translation>
    </message>
    <message>
        <source>{file}: revision {revision} signed by {by}, seal {seal}</source>
        <translation>{file}: Revision {revision} unterschrieben von {by}, Siegel {seal}</translation>
    </message>
    <message>
        <source>A file as evidence, of at most {limit} MiB; may be repeated.</source>
        <translation>Eine Datei als Nachweis, höchstens {limit} MiB; lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Wherever the item applies, site-wide items included. A waiver leaves out, and names, machines that nobody could look at.</source>
        <translation>Überall, wo der Punkt zutrifft, auch bei Punkten für den Standort. Eine Ausnahme lässt Maschinen aus, die niemand untersuchen konnte, und nennt sie.</translation>
    </message>
    <message>
        <source>Example: bartizan signoff autumn.bartizan --item 3.4-a --all-targets --result pass --by &quot;A. Example&quot; --role &quot;Data centre manager&quot; --remark &quot;Access list reviewed on 1 October&quot;</source>
        <translation>Beispiel: bartizan signoff herbst.bartizan --item 3.4-a --all-targets --result pass --by &quot;A. Beispiel&quot; --role &quot;Leitung Rechenzentrum&quot; --remark &quot;Zutrittsliste am 1. Oktober geprüft&quot;</translation>
    </message>
    <message>
        <source>Answer items in the audit FILE, or waive their failure until a day; all of them or none.</source>
        <translation>Punkte im Audit FILE beantworten, oder ihren Mangel bis zu einem Tag hinnehmen; alle oder keinen.</translation>
    </message>
    <message>
        <source>The item&apos;s id, 4.1-a; may be repeated.</source>
        <translation>Die Kennung des Punktes, 4.1-a; lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>The machine; may be repeated.</source>
        <translation>Die Maschine; lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Answer as was answered on this machine; default: all its items.</source>
        <translation>So antworten, wie für diese Maschine geantwortet wurde; Vorgabe: alle ihre Punkte.</translation>
    </message>
    <message>
        <source>Who answers.</source>
        <translation>Wer antwortet.</translation>
    </message>
    <message>
        <source>Why, and on what evidence. {item}, {target}, {name}, {date} are filled in.</source>
        <translation>Warum, und auf welchen Nachweis hin. {item}, {target}, {name}, {date} werden eingesetzt.</translation>
    </message>
    <message>
        <source>The last day on which the answer or waiver holds: YYYY-MM-DD.</source>
        <translation>Der letzte Tag, an dem die Antwort oder Ausnahme gilt: JJJJ-MM-TT.</translation>
    </message>
    <message>
        <source>To be confirmed again after so long.</source>
        <translation>Nach so langer Zeit neu zu bestätigen.</translation>
    </message>
    <message>
        <source>Give either --target NAME or --all-targets.</source>
        <translation>Geben Sie entweder --target NAME oder --all-targets an.</translation>
    </message>
    <message>
        <source>Give either --expires YYYY-MM-DD or --valid-for DAYS.</source>
        <translation>Geben Sie entweder --expires JJJJ-MM-TT oder --valid-for TAGE an.</translation>
    </message>
    <message>
        <source>An answer needs --item ID, --result and --remark, or --like NAME to copy one.</source>
        <translation>Eine Antwort braucht --item ID, --result und --remark, oder --like NAME, um eine zu übertragen.</translation>
    </message>
    <message>
        <source>--like copies result, end and files; leave --result, --attach and --expires out.</source>
        <translation>--like überträgt Ergebnis, Ende und Dateien; lassen Sie --result, --attach und --expires weg.</translation>
    </message>
    <message>
        <source>{item} on {target}: not waived, since nobody could look at this machine; --target {target} waives it all the same.</source>
        <translation>{item} auf {target}: keine Ausnahme, da niemand diese Maschine untersuchen konnte; --target {target} erteilt sie trotzdem.</translation>
    </message>
    <message>
        <source>none: it is site-wide, use --all-targets</source>
        <translation>keine: Er gilt für den Standort, nehmen Sie --all-targets</translation>
    </message>
    <message>
        <source>{item}: there is no finding on {target}; targets are {names}.</source>
        <translation>{item}: Auf {target} gibt es keinen solchen Befund; Ziele sind {names}.</translation>
    </message>
    <message>
        <source>{item}: it applies to no target of this audit.</source>
        <translation>{item}: trifft auf kein Ziel dieses Audits zu.</translation>
    </message>
    <message>
        <source>{item}: nobody could look at any of its machines, so nothing is known that could be waived; name them with --target to waive it all the same.</source>
        <translation>{item}: Niemand konnte eine ihrer Maschinen untersuchen, also ist nichts bekannt, wofür eine Ausnahme gelten könnte; mit --target genannt, gilt sie trotzdem.</translation>
    </message>
    <message>
        <source>{unknown}: is no machine of this audit.</source>
        <translation>{unknown}: ist keine Maschine dieses Audits.</translation>
    </message>
    <message>
        <source>Example: bartizan submit autumn.bartizan --by &quot;A. Example&quot;</source>
        <translation>Beispiel: bartizan submit herbst.bartizan --by &quot;A. Beispiel&quot;</translation>
    </message>
    <message>
        <source>Submit the answers in the audit FILE that wait for a review; `bartizan answers` lists them.</source>
        <translation>Die Antworten im Audit FILE vorlegen, die auf eine Prüfung warten; `bartizan answers` listet sie auf.</translation>
    </message>
    <message>
        <source>Only this answer; may be repeated. Default: all.</source>
        <translation>Nur diese Antwort; lässt sich wiederholen. Vorgabe: alle.</translation>
    </message>
    <message>
        <source>Who submits.</source>
        <translation>Wer vorlegt.</translation>
    </message>
    <message>
        <source>A word to the reviewer.</source>
        <translation>Ein Wort an die prüfende Person.</translation>
    </message>
    <message>
        <source>{answers} submitted; the audit is {state}</source>
        <translation>{answers} vorgelegt; das Audit ist {state}</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 Ziel</translation>
    </message>
    <message>
        <source>{n} targets</source>
        <translation>{n} Ziele</translation>
    </message>
    <message>
        <source>{items} items, {targets}, {findings} findings</source>
        <translation>{items} Punkte, {targets}, {findings} Befunde</translation>
    </message>
    <message>
        <source>score {score} of 100</source>
        <translation>Punktwert {score} von 100</translation>
    </message>
    <message>
        <source>no score: nothing was decided</source>
        <translation>kein Punktwert: Nichts wurde entschieden</translation>
    </message>
    <message>
        <source>not looked at: {error}</source>
        <translation>nicht angesehen: {error}</translation>
    </message>
    <message>
        <source>unknown system</source>
        <translation>unbekanntes System</translation>
    </message>
    <message>
        <source>no addendum</source>
        <translation>keine Ergänzung</translation>
    </message>
    <message>
        <source>rights: {rights}</source>
        <translation>Rechte: {rights}</translation>
    </message>
    <message>
        <source>{title} on {target}</source>
        <translation>{title} (auf {target})</translation>
    </message>
    <message>
        <source>and 1 more failure; --pdf or --json shows all of them</source>
        <translation>und 1 weiterer Mangel; --pdf oder --json zeigt alle</translation>
    </message>
    <message>
        <source>and {n} more failures; --pdf or --json shows all of them</source>
        <translation>und {n} weitere Mängel; --pdf oder --json zeigt alle</translation>
    </message>
    <message>
        <source>{n} findings could not be told for one reason, on {names}:</source>
        <translation>Aus einem einzigen Grund ohne klare Antwort blieben {n} Befunde, auf {names}:</translation>
    </message>
    <message>
        <source>{n} findings could not be told for one reason:</source>
        <translation>Aus einem einzigen Grund ohne klare Antwort blieben {n} Befunde:</translation>
    </message>
    <message>
        <source>{n} guests found, {inside} in the audit</source>
        <translation>{n} Gäste gefunden, {inside} im Audit</translation>
    </message>
    <message>
        <source>1 guest found, {inside} in the audit</source>
        <translation>1 Gast gefunden, {inside} im Audit</translation>
    </message>
    <message>
        <source>not in the audit: {name}</source>
        <translation>nicht im Audit: {name}</translation>
    </message>
    <message>
        <source>This shows damage and careless change. Who knows how it is made can write another: compare it with the audit file (bartizan verify AUDIT --pdf REPORT.pdf), or have the report signed (bartizan report --sign-with).</source>
        <translation>Das zeigt Schäden und unbedachte Änderungen. Wer weiß, wie so etwas gemacht wird, kann ein anderes schreiben: Vergleichen Sie es mit der Auditdatei (bartizan verify AUDIT --pdf REPORT.pdf), oder lassen Sie den Bericht signieren (bartizan report --sign-with).</translation>
    </message>
    <message>
        <source>Of a signed report or folder: the certificate of an authority that signers have to lead to (PEM or DER).</source>
        <translation>Bei einem signierten Bericht oder Ordner: das Zertifikat einer Stelle, auf die Unterzeichnende zurückgehen müssen (PEM oder DER).</translation>
    </message>
    <message>
        <source>Example: bartizan verify autumn.bartizan --pdf autumn.pdf</source>
        <translation>Beispiel: bartizan verify herbst.bartizan --pdf herbst.pdf</translation>
    </message>
    <message>
        <source>Check every entry of the audit FILE, every byte of a report, or every file of an exported folder.

Exit status 0 whole, 1 altered or damaged.</source>
        <translation>Jeden Eintrag des Audits FILE, jedes Byte eines Berichts oder jede Datei eines exportierten Ordners prüfen.

Rückgabewert 0 vollständig, 1 verändert oder beschädigt.</translation>
    </message>
    <message>
        <source>Of an audit or folder: the seal as noted; shows missing last entries too.</source>
        <translation>Bei einem Audit oder Ordner: das notierte Siegel; zeigt auch, ob letzte Einträge fehlen.</translation>
    </message>
    <message>
        <source>Of an audit: a report, to compare both to the last byte.</source>
        <translation>Bei einem Audit: ein Bericht, um beide bis aufs letzte Byte zu vergleichen.</translation>
    </message>
    <message>
        <source>With --pdf: the earlier audit that the report names.</source>
        <translation>Mit --pdf: das frühere Audit, das der Bericht nennt.</translation>
    </message>
    <message>
        <source>--since goes with --pdf REPORT.pdf.</source>
        <translation>--since gehört zu --pdf REPORT.pdf.</translation>
    </message>
    <message>
        <source>--pdf goes with an audit file, and takes the seal from the report.</source>
        <translation>--pdf gehört zu einer Auditdatei und nimmt das Siegel aus dem Bericht.</translation>
    </message>
    <message>
        <source>--seal goes with an audit file or folder.</source>
        <translation>--seal gehört zu einer Auditdatei oder einem Ordner.</translation>
    </message>
    <message>
        <source>{file}: whole, 1 entry, seal {seal}</source>
        <translation>{file}: vollständig, 1 Eintrag, Siegel {seal}</translation>
    </message>
    <message>
        <source>{file}: whole, {n} entries, seal {seal}</source>
        <translation>{file}: vollständig, {n} Einträge, Siegel {seal}</translation>
    </message>
    <message>
        <source>nobody signed it.</source>
        <translation>niemand hat ihn signiert.</translation>
    </message>
    <message>
        <source>{path}: whole, {pages} pages as {program} wrote them, as of {time}; audit {audit}, revision {revision}, {state}, seal {seal}</source>
        <translation>{path}: vollständig, {pages} Seiten, wie {program} sie schrieb, Stand {time}; Audit {audit}, Revision {revision}, {state}, Siegel {seal}</translation>
    </message>
    <message>
        <source>it leads to an authority that was given</source>
        <translation>es geht auf eine angegebene Zertifizierungsstelle zurück</translation>
    </message>
    <message>
        <source>whether to trust that is yours to say (--trust)</source>
        <translation>ob dem zu trauen ist, entscheiden Sie (--trust)</translation>
    </message>
    <message>
        <source>Signed digitally by {name} at {time} by the signer&apos;s clock; certificate by {issuer}: {led}; revocation is not looked up</source>
        <translation>Digital signiert von {name}, Zeit nach der Uhr der unterzeichnenden Person: {time}; Zertifikat von {issuer}: {led}; ein Widerruf wird nicht nachgesehen</translation>
    </message>
    <message>
        <source>a time not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>{n} bytes were added after it was written.</source>
        <translation>{n} Bytes wurden angefügt, nachdem er geschrieben war.</translation>
    </message>
    <message>
        <source>1 byte was added after it was written.</source>
        <translation>1 Byte wurde angefügt, nachdem er geschrieben war.</translation>
    </message>
    <message>
        <source>the signature of {name} doesn&apos;t hold: what it signs was changed, or is not the whole report.</source>
        <translation>die Signatur von {name} gilt nicht: Was sie signiert, wurde geändert oder ist nicht der ganze Bericht.</translation>
    </message>
    <message>
        <source>the certificate of {name}, by {issuer}, doesn&apos;t lead to an authority that was given.</source>
        <translation>das Zertifikat von {name}, ausgestellt von {issuer}, geht auf keine angegebene Zertifizierungsstelle zurück.</translation>
    </message>
    <message>
        <source>{name} signed when the certificate wasn&apos;t valid, by the signer&apos;s clock.</source>
        <translation>{name} hat signiert, als das Zertifikat nicht gültig war, nach der Uhr der unterzeichnenden Person.</translation>
    </message>
    <message>
        <source>{folder}: was exported under another seal, {seal}.</source>
        <translation>{folder}: wurde unter einem anderen Siegel exportiert, {seal}.</translation>
    </message>
    <message>
        <source>{folder}: whole, {files} files, exported under the seal {seal}</source>
        <translation>{folder}: vollständig, {files} Dateien, exportiert unter dem Siegel {seal}</translation>
    </message>
    <message>
        <source>Example: bartizan withdraw autumn.bartizan --item 3.4-a --all-targets --by &quot;A. Example&quot; --role &quot;Data centre manager&quot; --remark &quot;Wrong list&quot;</source>
        <translation>Beispiel: bartizan withdraw herbst.bartizan --item 3.4-a --all-targets --by &quot;A. Beispiel&quot; --role &quot;Leitung Rechenzentrum&quot; --remark &quot;Falsche Liste&quot;</translation>
    </message>
    <message>
        <source>Take the last answer to an item back by a further entry, on all these machines or none; what was measured stands again.</source>
        <translation>Die letzte Antwort auf einen Punkt durch einen weiteren Eintrag zurücknehmen, auf allen diesen Maschinen oder keiner; dann gilt wieder, was gemessen wurde.</translation>
    </message>
    <message>
        <source>The item&apos;s id: 4.1-a.</source>
        <translation>Die Kennung des Punktes: 4.1-a.</translation>
    </message>
    <message>
        <source>The machine that was answered for.</source>
        <translation>Die Maschine, für die geantwortet wurde.</translation>
    </message>
    <message>
        <source>Wherever the item has an answer, site-wide items included.</source>
        <translation>Überall, wo der Punkt eine Antwort hat, auch bei Punkten für den Standort.</translation>
    </message>
    <message>
        <source>Who takes it back.</source>
        <translation>Wer sie zurücknimmt.</translation>
    </message>
    <message>
        <source>{item} on {target}: answer taken back by {by}, entry {id}</source>
        <translation>{item} auf {target}: Antwort von {by} zurückgenommen, Eintrag {id}</translation>
    </message>
    <message>
        <source>{item}: answer taken back by {by}, entry {id}</source>
        <translation>{item}: Antwort von {by} zurückgenommen, Eintrag {id}</translation>
    </message>
    <message>
        <source>{path}: is this audit itself; choose an earlier one.</source>
        <translation>{path}: ist dieses Audit selbst; wählen Sie ein früheres.</translation>
    </message>
    <message>
        <source>{target}: the test was cancelled.</source>
        <translation>{target}: Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>as root</source>
        <translation>als root</translation>
    </message>
    <message>
        <source>logged in, and sudo works</source>
        <translation>angemeldet, und sudo funktioniert</translation>
    </message>
    <message>
        <source>logged in, with sudo for the audit&apos;s commands</source>
        <translation>angemeldet, mit sudo für die Befehle des Audits</translation>
    </message>
    <message>
        <source>logged in without root rights, so items that need them will stay undecided</source>
        <translation>angemeldet ohne Root-Rechte; Punkte, die sie brauchen, bleiben unentschieden</translation>
    </message>
    <message>
        <source>no known platform was recognised</source>
        <translation>keine bekannte Plattform erkannt</translation>
    </message>
    <message>
        <source>Ready, {rights}; {platform}.</source>
        <translation>Bereit, {rights}; {platform}.</translation>
    </message>
    <message>
        <source>{keyring} keeps secrets</source>
        <translation>{keyring} bewahrt Geheimnisse auf</translation>
    </message>
    <message>
        <source>This computer allows no more threads, so the keyring can&apos;t be asked.</source>
        <translation>Dieser Rechner lässt keine weiteren Threads zu, daher lässt sich der Schlüsselbund nicht fragen.</translation>
    </message>
    <message>
        <source>Asking the keyring was cancelled.</source>
        <translation>Die Frage an den Schlüsselbund wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The keyring gave no answer within {seconds} s; unlock it and try again.</source>
        <translation>Der Schlüsselbund antwortete nicht innerhalb von {seconds} s; entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This session has no keyring; start one (GNOME Keyring, KWallet), or use an agent or --secrets.</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund; starten Sie einen (GNOME Keyring, KWallet), oder nutzen Sie einen Agent oder --secrets.</translation>
    </message>
    <message>
        <source>The keyring did not keep what was written to it; look at its settings.</source>
        <translation>Der Schlüsselbund hat nicht behalten, was in ihn geschrieben wurde; sehen Sie nach seinen Einstellungen.</translation>
    </message>
    <message>
        <source>The keyring did not delete what it was told to; delete it with the keyring&apos;s own program.</source>
        <translation>Der Schlüsselbund hat nicht gelöscht, was er löschen sollte; löschen Sie es mit dem Programm des Schlüsselbunds selbst.</translation>
    </message>
    <message>
        <source>The keyring that is set up can&apos;t be loaded ({error}); look at PYTHON_KEYRING_BACKEND and at keyringrc.cfg.</source>
        <translation>Der eingerichtete Schlüsselbund lässt sich nicht laden ({error}); sehen Sie nach PYTHON_KEYRING_BACKEND und keyringrc.cfg.</translation>
    </message>
    <message>
        <source>The keyring is locked and was not unlocked; unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt und wurde nicht entsperrt; entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keyring refused; unlock it and look at its settings.</source>
        <translation>Der Schlüsselbund lehnte ab; entsperren Sie ihn, und sehen Sie nach seinen Einstellungen.</translation>
    </message>
    <message>
        <source>The keyring failed ({kind}); look at its service.</source>
        <translation>Der Schlüsselbund ist gescheitert ({kind}); sehen Sie nach seinem Dienst.</translation>
    </message>
    <message>
        <source>The keyring that is set up ({module}) is not the operating system&apos;s own and may keep secrets in plain text, so it is not used; set up GNOME Keyring or KWallet, or use an agent or --secrets.</source>
        <translation>Der eingerichtete Schlüsselbund ({module}) ist nicht der des Betriebssystems und bewahrt Geheimnisse womöglich im Klartext auf, daher wird er nicht genutzt; richten Sie GNOME Keyring oder KWallet ein, oder nutzen Sie einen Agent oder --secrets.</translation>
    </message>
    <message>
        <source>{user!r} is not a user name that sudoers takes</source>
        <translation>{user!r} ist kein Benutzername, den sudoers nimmt</translation>
    </message>
    <message>
        <source>{folder}: this folder can&apos;t be made ({why}).</source>
        <translation>{folder}: Dieser Ordner lässt sich nicht anlegen ({why}).</translation>
    </message>
    <message>
        <source>{path}: needs its passphrase; type it, or keep it with `bartizan login --key {path}`.</source>
        <translation>{path}: braucht die Passphrase; geben Sie sie ein, oder bewahren Sie sie mit `bartizan login --key {path}` auf.</translation>
    </message>
    <message>
        <source>{path}: the passphrase that the keyring has doesn&apos;t open it; type it, or keep it anew with `bartizan login --key {path}`.</source>
        <translation>{path}: Die Passphrase aus dem Schlüsselbund öffnet die Datei nicht; geben Sie sie ein, oder bewahren Sie sie mit `bartizan login --key {path}` neu auf.</translation>
    </message>
    <message>
        <source>{path}: the copy can&apos;t be written ({why}).</source>
        <translation>{path}: Die Kopie lässt sich nicht schreiben ({why}).</translation>
    </message>
    <message>
        <source>{path}: was changed while it was read; try again.</source>
        <translation>{path}: wurde während des Lesens geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path}: there is no such file.</source>
        <translation>{path}: Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>{path}: is no file.</source>
        <translation>{path}: ist keine Datei.</translation>
    </message>
    <message>
        <source>{path}: {size} MiB is more than the {most} MiB that a form may have.</source>
        <translation>{path}: {size} MiB sind mehr als die {most} MiB, die ein Formular haben darf.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be read ({error}).</source>
        <translation>{path}: nicht lesbar ({error}).</translation>
    </message>
    <message>
        <source>{path}: is no PDF.</source>
        <translation>{path}: ist kein PDF.</translation>
    </message>
    <message>
        <source>is encrypted; save it without a password</source>
        <translation>ist verschlüsselt; speichern Sie es ohne Passwort</translation>
    </message>
    <message>
        <source>has {n} fields, more than any form of Bartizan</source>
        <translation>hat {n} Felder, mehr als jedes Formular von Bartizan</translation>
    </message>
    <message>
        <source>holds a text of {n} characters; {most} are the most</source>
        <translation>enthält einen Text von {n} Zeichen; höchstens {most} sind erlaubt</translation>
    </message>
    <message>
        <source>holds more than {most} characters in all its fields together</source>
        <translation>enthält mehr als {most} Zeichen in allen Feldern zusammen</translation>
    </message>
    <message>
        <source>give it an address, as user@host:port.</source>
        <translation>geben Sie ihm eine Adresse, als benutzer@host:port.</translation>
    </message>
    <message>
        <source>{given!r}: is no fingerprint; write it as SHA256:..., as ssh-keygen -l prints it.</source>
        <translation>{given!r}: Das ist kein Fingerabdruck; schreiben Sie ihn als SHA256:..., wie ssh-keygen -l ihn ausgibt.</translation>
    </message>
    <message>
        <source>{target}: the connection was lost; trying once more in {seconds} s.</source>
        <translation>{target}: Die Verbindung ging verloren; neuer Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>{target}: the look was cancelled; what came before is kept.</source>
        <translation>{target}: Das Ansehen wurde abgebrochen; was vorher kam, ist erhalten.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>A waiver needs a reason: who reads the report must see why this risk is accepted.</source>
        <translation>Eine Ausnahme braucht einen Grund, den auch versteht, wer den Bericht liest.</translation>
    </message>
    <message>
        <source>Say why this item doesn&apos;t apply here.</source>
        <translation>Sagen Sie, warum dieser Punkt hier nicht zutrifft.</translation>
    </message>
    <message>
        <source>Say what is not met, so that it can be mended.</source>
        <translation>Sagen Sie, was nicht erfüllt ist, damit es sich beheben lässt.</translation>
    </message>
    <message>
        <source>The program found a failure: say why you sign it off all the same.</source>
        <translation>Das Programm hat einen Mangel gefunden: Sagen Sie, warum Sie den Punkt trotzdem als erfüllt bestätigen.</translation>
    </message>
    <message>
        <source>{path}: this PDF can&apos;t be shown ({error}).</source>
        <translation>{path}: Dieses PDF lässt sich nicht anzeigen ({error}).</translation>
    </message>
    <message>
        <source>The preview was closed.</source>
        <translation>Die Vorschau wurde geschlossen.</translation>
    </message>
    <message>
        <source>{path}: is no questionnaire of Bartizan.</source>
        <translation>{path}: ist kein Fragebogen von Bartizan.</translation>
    </message>
    <message>
        <source>{path}: {error}; print the questionnaire anew.</source>
        <translation>{path}: {error}; drucken Sie den Fragebogen neu.</translation>
    </message>
    <message>
        <source>{path}: is the questionnaire of another audit ({other!r}), not of {audit}.</source>
        <translation>{path}: ist der Fragebogen eines anderen Audits ({other!r}), nicht von {audit}.</translation>
    </message>
    <message>
        <source>{path}: is signed and locked; open a new revision before reading a questionnaire.</source>
        <translation>{path}: ist unterschrieben und gesperrt; öffnen Sie eine neue Revision, bevor Sie einen Fragebogen einlesen.</translation>
    </message>
    <message>
        <source>the name of the person who answered</source>
        <translation>den Namen der Person, die geantwortet hat</translation>
    </message>
    <message>
        <source>the role of the person who answered</source>
        <translation>die Rolle der Person, die geantwortet hat</translation>
    </message>
    <message>
        <source>{path}: gives {said!r} as {what}, not {given!r}; leave the option out to take the form&apos;s.</source>
        <translation>{path}: nennt {said!r} für {what}, nicht {given!r}; lassen Sie die Option weg, um die Angabe des Formulars zu nehmen.</translation>
    </message>
    <message>
        <source>{path}: doesn&apos;t say {what}; give it with --by and --role.</source>
        <translation>{path}: nennt nicht {what}; geben Sie das mit --by und --role an.</translation>
    </message>
    <message>
        <source>has a remark or a day, but no choice between met, not met and doesn&apos;t apply.</source>
        <translation>hat eine Bemerkung oder einen Tag, aber keine Wahl zwischen erfüllt, nicht erfüllt und trifft nicht zu.</translation>
    </message>
    <message>
        <source>{verdict!r} is none of the choices.</source>
        <translation>{verdict!r} ist keine der Möglichkeiten.</translation>
    </message>
    <message>
        <source>the item or its check was changed after the form was made; print it anew.</source>
        <translation>der Punkt oder seine Prüfung wurde geändert, nachdem das Formular gemacht war; drucken Sie es neu.</translation>
    </message>
    <message>
        <source>was answered meanwhile by {who}; take that answer back first.</source>
        <translation>wurde inzwischen von {who} beantwortet; nehmen Sie zuerst jene Antwort zurück.</translation>
    </message>
    <message>
        <source>was answered meanwhile by the program; take that answer back first.</source>
        <translation>wurde inzwischen vom Programm beantwortet; nehmen Sie zuerst jene Antwort zurück.</translation>
    </message>
    <message>
        <source>what was measured or collected changed after the form was made; print it anew.</source>
        <translation>das Gemessene oder Erhobene hat sich geändert, nachdem das Formular gemacht war; drucken Sie es neu.</translation>
    </message>
    <message>
        <source>{name}, {size} bytes, SHA-256 {digest}</source>
        <translation>{name}, {size} Bytes, SHA-256 {digest}</translation>
    </message>
    <message>
        <source>the measured result stands again</source>
        <translation>das gemessene Ergebnis gilt wieder</translation>
    </message>
    <message>
        <source>answered anew</source>
        <translation>neu beantwortet</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>replaced by a later answer</source>
        <translation>durch eine spätere Antwort ersetzt</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not needed: nothing fails</source>
        <translation>nicht nötig: nichts ist verfehlt</translation>
    </message>
    <message>
        <source>in force, outdated: {what} changed since</source>
        <translation>in Kraft, veraltet: Seither änderte sich, {what}</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{state} by {name} on {time}</source>
        <translation>{state} von {name} am {time}</translation>
    </message>
    <message>
        <source>{state} by {name}</source>
        <translation>{state} von {name}</translation>
    </message>
    <message>
        <source>{state} on {time}</source>
        <translation>{state} am {time}</translation>
    </message>
    <message>
        <source>: “{remark}”</source>
        <translation>: „{remark}“</translation>
    </message>
    <message>
        <source>The machines below, against the {n} items of “{guideline}”, version {version} ({id}). Every item has a finding for each machine that it concerns, whatever happened; what could not be decided stands in a part of its own, with the cause. The content of the items has the SHA-256 {digest}.</source>
        <translation>Die unten genannten Maschinen, anhand der {n} Punkte von „{guideline}“, Version {version} ({id}). Zu jedem Punkt gibt es einen Befund für jede Maschine, die er betrifft, was auch immer geschah; was sich nicht entscheiden ließ, steht mit der Ursache in einem eigenen Teil. Der Inhalt der Punkte hat die SHA-256 {digest}.</translation>
    </message>
    <message>
        <source>That is how they are printed here; the results come from another state of the content, with the SHA-256 {digests}: “bartizan judge” judges the evidence with the content at hand.</source>
        <translation>So sind sie hier gedruckt; die Ergebnisse stammen von einem anderen Stand des Inhalts, mit der SHA-256 {digests}: „bartizan judge“ beurteilt die Nachweise mit dem vorliegenden Inhalt.</translation>
    </message>
    <message>
        <source>{program} opened one session to each machine and ran read-only commands there. Nothing was installed or changed. What a machine answered was kept byte for byte before anything was made of it, and each verdict names the evidence that it rests on. A pass is given only on complete evidence that says so.</source>
        <translation>{program} öffnete zu jeder Maschine eine Sitzung und führte dort nur lesende Befehle aus. Nichts wurde installiert oder geändert. Was eine Maschine antwortete, wurde Byte für Byte aufbewahrt, bevor daraus etwas abgeleitet wurde, und jedes Ergebnis nennt die Nachweise, auf denen es beruht. Als erfüllt gilt ein Punkt nur, wenn vollständige Nachweise das belegen.</translation>
    </message>
    <message>
        <source>Evidence is what a machine said about itself. A machine under somebody else&apos;s control can lie, and no audit from the outside can tell. The host-key fingerprint shows which machine answered. Times are those of the computer that ran the audit, in UTC.</source>
        <translation>Nachweise sind, was eine Maschine über sich selbst sagte. Eine Maschine in fremder Hand kann lügen, und kein Audit von außen erkennt das. Der Fingerabdruck des Hostschlüssels zeigt, welche Maschine geantwortet hat. Zeiten sind die des Rechners, auf dem das Audit lief, in UTC.</translation>
    </message>
    <message>
        <source>What no command can see was answered by people, by name. Their answers lie over the measured result and never replace it: both are shown. Each answer can be accepted or rejected by a second person.</source>
        <translation>Was kein Befehl sehen kann, haben Menschen mit ihrem Namen beantwortet. Ihre Antworten liegen über dem gemessenen Ergebnis und ersetzen es nie: Beide werden gezeigt. Jede Antwort kann von einer zweiten Person angenommen oder zurückgewiesen werden.</translation>
    </message>
    <message>
        <source>Characters that are invisible or that control a terminal are printed as escapes such as \x1b or \u202e, in violet, wherever they came from. Password hashes, private keys and passwords in evidence are masked in print, and each place says so.</source>
        <translation>Unsichtbare Zeichen und solche, die ein Terminal steuern, werden als Ersatzschreibung wie \x1b oder \u202e in Violett gedruckt, woher sie auch kamen. Passwort-Hashes, private Schlüssel und Passwörter in Nachweisen sind im Druck verdeckt, und jede solche Stelle sagt es.</translation>
    </message>
    <message>
        <source>What was audited</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>How it was looked at</source>
        <translation>Wie nachgesehen wurde</translation>
    </message>
    <message>
        <source>What the evidence can bear</source>
        <translation>Was die Nachweise tragen</translation>
    </message>
    <message>
        <source>What people said</source>
        <translation>Was Menschen sagten</translation>
    </message>
    <message>
        <source>How to read the text</source>
        <translation>Wie der Text zu lesen ist</translation>
    </message>
    <message>
        <source>Which language is where</source>
        <translation>Welche Sprache wo steht</translation>
    </message>
    <message>
        <source>What was measured (what was found, expected values, reasons, remedies, evidence and the record of the audit) is in English: the record is kept in the language in which it was made, so that it stays the same for every reader. What people wrote is in their own words. Introductions and reasons of the guideline that have not been translated are in English too.</source>
        <translation>Gemessenes (Gefundenes, erwartete Werte, Ursachen, Abhilfen, Nachweise und der Verlauf des Audits) steht auf Englisch: Aufzeichnungen bleiben in der Sprache, in der sie entstanden sind, damit sie für alle Leser dieselben sind. Was Menschen schrieben, steht in ihren eigenen Worten. Einführungen und Begründungen der Leitlinie, die noch nicht übersetzt sind, stehen ebenfalls auf Englisch.</translation>
    </message>
    <message>
        <source>Worse than before</source>
        <translation>Schlechter als zuvor</translation>
    </message>
    <message>
        <source>Better than before</source>
        <translation>Besser als zuvor</translation>
    </message>
    <message>
        <source>Another verdict, neither better nor worse</source>
        <translation>Ein anderes Ergebnis, weder besser noch schlechter</translation>
    </message>
    <message>
        <source>The same verdict, on something else than before</source>
        <translation>Dasselbe Ergebnis, auf anderer Grundlage als zuvor</translation>
    </message>
    <message>
        <source>Not in the earlier audit</source>
        <translation>Nicht im früheren Audit</translation>
    </message>
    <message>
        <source>No longer in the audit</source>
        <translation>Nicht mehr im Audit</translation>
    </message>
    <message>
        <source>The item asks something else than before</source>
        <translation>Der Punkt verlangt anderes als zuvor</translation>
    </message>
    <message>
        <source>{better}, {worse} worse, {others}, {same} as before.</source>
        <translation>{better}, {worse} schlechter, {others}, {same} wie zuvor.</translation>
    </message>
    <message>
        <source>1 finding better</source>
        <translation>1 Befund besser</translation>
    </message>
    <message>
        <source>{n} findings better</source>
        <translation>{n} Befunde besser</translation>
    </message>
    <message>
        <source>1 other change</source>
        <translation>1 andere Änderung</translation>
    </message>
    <message>
        <source>{n} other changes</source>
        <translation>{n} andere Änderungen</translation>
    </message>
    <message>
        <source>Compared with “{title}”, finished {time}, seal {seal} …</source>
        <translation>Verglichen mit „{title}“, beendet {time}, Siegel {seal} …</translation>
    </message>
    <message>
        <source>Compared with “{title}”, finished {time}</source>
        <translation>Verglichen mit „{title}“, beendet {time}</translation>
    </message>
    <message>
        <source>Compared with “{title}”, seal {seal} …</source>
        <translation>Verglichen mit „{title}“, Siegel {seal} …</translation>
    </message>
    <message>
        <source>Compared with “{title}”</source>
        <translation>Verglichen mit „{title}“</translation>
    </message>
    <message>
        <source>{name} on {target}</source>
        <translation>{name} auf {target}</translation>
    </message>
    <message>
        <source>New machines</source>
        <translation>Neue Maschinen</translation>
    </message>
    <message>
        <source>Machines gone</source>
        <translation>Weggefallene Maschinen</translation>
    </message>
    <message>
        <source>New on machines in both</source>
        <translation>Neu auf Maschinen in beiden</translation>
    </message>
    <message>
        <source>Gone from machines in both</source>
        <translation>Weg von Maschinen in beiden</translation>
    </message>
    <message>
        <source>New items</source>
        <translation>Neue Punkte</translation>
    </message>
    <message>
        <source>Items gone</source>
        <translation>Weggefallene Punkte</translation>
    </message>
    <message>
        <source>Items with another text or rating</source>
        <translation>Punkte mit anderem Wortlaut oder anderer Einstufung</translation>
    </message>
    <message>
        <source>Each exhibit is what one command wrote, as it was received. Of each, up to {lines} lines or {characters} characters are printed, and of all together up to {all} lines; where something isn&apos;t printed, the exhibit says so. The SHA-256 is that of the whole output as it is kept in the audit file, from where it can be exported as JSON.</source>
        <translation>Jeder Beleg ist das, was ein Befehl ausgab, so wie es empfangen wurde. Von jedem werden bis zu {lines} Zeilen oder {characters} Zeichen gedruckt, von allen zusammen bis zu {all} Zeilen; wo etwas nicht gedruckt ist, sagt es der Beleg. Die SHA-256 ist die der ganzen Ausgabe, wie sie in der Auditdatei liegt, aus der sie sich als JSON exportieren lässt.</translation>
    </message>
    <message>
        <source>{item} on {host}</source>
        <translation>{item} auf {host}</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>Revision {n}</source>
        <translation>Revision {n}</translation>
    </message>
    <message>
        <source>Revision {n}; the one before was signed under the seal {seal} …</source>
        <translation>Revision {n}; die vorige wurde unter dem Siegel {seal} … unterschrieben</translation>
    </message>
    <message>
        <source>{name} on {time}</source>
        <translation>{name} am {time}</translation>
    </message>
    <message>
        <source>Untitled audit</source>
        <translation>Audit ohne Titel</translation>
    </message>
    <message>
        <source>1 failure is accepted for now</source>
        <translation>1 Mangel wird vorerst hingenommen</translation>
    </message>
    <message>
        <source>{n} failures are accepted for now</source>
        <translation>{n} Mängel werden vorerst hingenommen</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>prüfende Person</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>the account that ran the program</source>
        <translation>das Konto, unter dem das Programm lief</translation>
    </message>
    <message>
        <source>It was not looked at.</source>
        <translation>Sie wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>The command wrote nothing; in full as exhibit {exhibit}.</source>
        <translation>Der Befehl gab nichts aus; vollständig als Beleg {exhibit}.</translation>
    </message>
    <message>
        <source>Lines {first} to {last} of {total}; more as exhibit {exhibit}.</source>
        <translation>Zeilen {first} bis {last} von {total}; mehr als Beleg {exhibit}.</translation>
    </message>
    <message>
        <source>All lines; in full as exhibit {exhibit}.</source>
        <translation>Alle Zeilen; vollständig als Beleg {exhibit}.</translation>
    </message>
    <message>
        <source>Secrets are masked.</source>
        <translation>Geheimnisse sind verdeckt.</translation>
    </message>
    <message>
        <source>root (not available)</source>
        <translation>root (nicht verfügbar)</translation>
    </message>
    <message>
        <source>the audit account</source>
        <translation>das Auditkonto</translation>
    </message>
    <message>
        <source>Lines longer than {n} characters are shortened in print; the whole stands in the audit file and its JSON.</source>
        <translation>Zeilen mit mehr als {n} Zeichen sind im Druck gekürzt; alles steht in der Auditdatei und deren JSON.</translation>
    </message>
    <message>
        <source>Of standard error the first {n} of {total} lines are printed.</source>
        <translation>Von der Fehlerausgabe sind die ersten {n} von {total} Zeilen gedruckt.</translation>
    </message>
    <message>
        <source>1 secret masked in print; the audit file holds the original.</source>
        <translation>1 Geheimnis im Druck verdeckt; die Auditdatei enthält das Original.</translation>
    </message>
    <message>
        <source>{n} secrets masked in print; the audit file holds the original.</source>
        <translation>{n} Geheimnisse im Druck verdeckt; die Auditdatei enthält die Originale.</translation>
    </message>
    <message>
        <source>--target: the audit has no machine {name}; it has {names}.</source>
        <translation>--target: Das Audit hat keine Maschine {name}; es hat {names}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Can&apos;t be judged: {fault}.</source>
        <translation>Nicht zu beurteilen: {fault}.</translation>
    </message>
    <message>
        <source>The host sent at least 1 byte; the first {kept} are kept.</source>
        <translation>Der Host sandte mindestens 1 Byte; die ersten {kept} sind aufbewahrt.</translation>
    </message>
    <message>
        <source>The host sent at least {n} bytes; the first {kept} are kept.</source>
        <translation>Der Host sandte mindestens {n} Bytes; die ersten {kept} sind aufbewahrt.</translation>
    </message>
    <message>
        <source>Not printed, to keep the report within bounds; the whole stands in the audit file and its JSON.</source>
        <translation>Nicht gedruckt, damit der Bericht nicht ausufert; alles steht in der Auditdatei und deren JSON.</translation>
    </message>
    <message>
        <source>The first {n} of {total} lines are printed; the whole stands in the audit file and its JSON.</source>
        <translation>Die ersten {n} von {total} Zeilen sind gedruckt; alles steht in der Auditdatei und deren JSON.</translation>
    </message>
    <message>
        <source>(+{n} characters)</source>
        <translation>(+{n} Zeichen)</translation>
    </message>
    <message>
        <source>the report; start here</source>
        <translation>der Bericht; beginnen Sie hier</translation>
    </message>
    <message>
        <source>one line for each finding, for spreadsheets</source>
        <translation>eine Zeile je Befund, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>everything, evidence included, for programs</source>
        <translation>alles samt Nachweisen, für Programme</translation>
    </message>
    <message>
        <source>the files that people attached to their answers; manifest.json says which is which</source>
        <translation>die Dateien, die Menschen ihren Antworten anhängten; manifest.json sagt, welche welche ist</translation>
    </message>
    <message>
        <source>every file with its size and SHA-256, and the seal of the audit</source>
        <translation>jede Datei mit Größe und SHA-256, und das Siegel des Audits</translation>
    </message>
    <message>
        <source>the same sums, for: sha256sum -c SHA256SUMS</source>
        <translation>dieselben Summen, für: sha256sum -c SHA256SUMS</translation>
    </message>
    <message>
        <source>That nothing was changed since the export shows with `sha256sum -c SHA256SUMS` or `bartizan verify FOLDER`. Whether the sums themselves are those of the export shows only against a copy of them that was kept elsewhere. The seal printed in the report is that of the audit file; `bartizan verify` compares the two.</source>
        <translation>Dass seit dem Export nichts geändert wurde, zeigt `sha256sum -c SHA256SUMS` oder `bartizan verify ORDNER`. Ob die Summen selbst noch die des Exports sind, zeigt nur eine Kopie von ihnen, die anderswo aufbewahrt wurde. Das im Bericht gedruckte Siegel ist das der Auditdatei; `bartizan verify` vergleicht beide.</translation>
    </message>
    <message>
        <source>This folder holds a hardening audit for readers without Bartizan.</source>
        <translation>Dieser Ordner enthält ein Härtungsaudit für Leser ohne Bartizan.</translation>
    </message>
    <message>
        <source>{path}: there is a file of that name; choose another name for the folder.</source>
        <translation>{path}: Eine Datei dieses Namens ist schon da; wählen Sie einen anderen Namen für den Ordner.</translation>
    </message>
    <message>
        <source>{path}: the folder isn&apos;t empty; choose a new one, so that nothing mixes.</source>
        <translation>{path}: Der Ordner ist nicht leer; wählen Sie einen neuen, damit sich nichts vermischt.</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be written: {why}; choose another place.</source>
        <translation>Der Ordner {path} lässt sich nicht schreiben: {why}; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>As answered by a person or found by a check</source>
        <translation>Nach der Antwort eines Menschen oder dem Ergebnis einer Prüfung</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>The program collects facts and a person decides from them; until somebody does, the item awaits an answer.</source>
        <translation>Das Programm sammelt Fakten, und ein Mensch entscheidet danach; bis das geschieht, ist die Antwort offen.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>One walk through the guideline for a set of machines, from the first look to the signature.</source>
        <translation>Ein Gang durch die Leitlinie für eine Anzahl von Maschinen, vom ersten Blick bis zur Unterschrift.</translation>
    </message>
    <message>
        <source>Awaiting answer</source>
        <translation>Antwort offen</translation>
    </message>
    <message>
        <source>No command can decide the item; a person has to answer it and has not done so yet.</source>
        <translation>Kein Befehl kann den Punkt entscheiden; ein Mensch muss ihn beantworten und hat es noch nicht getan.</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Prüfkatalog</translation>
    </message>
    <message>
        <source>The guideline in the form that the program works with: chapters, sections and items.</source>
        <translation>Die Leitlinie in der Form, mit der das Programm arbeitet: Kapitel, Abschnitte und Punkte.</translation>
    </message>
    <message>
        <source>Derived item</source>
        <translation>Abgeleiteter Punkt</translation>
    </message>
    <message>
        <source>An item that follows from the aim of the guideline with the means of today, where the guideline of 2007 names none. A direct item is asked for by the guideline itself.</source>
        <translation>Ein Punkt, der mit heutigen Mitteln aus dem Ziel der Leitlinie folgt, wo die Leitlinie von 2007 keinen nennt. Ein direkter Punkt wird von der Leitlinie selbst verlangt.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Looking went wrong, for instance a command that ended with a fault or took too long.</source>
        <translation>Das Nachsehen misslang, etwa weil ein Befehl mit einem Fehler endete oder zu lange dauerte.</translation>
    </message>
    <message>
        <source>Evidence, exhibit</source>
        <translation>Nachweis, Beleg</translation>
    </message>
    <message>
        <source>What a machine answered to one command, kept byte for byte. An exhibit is a piece of evidence with the number under which this report refers to it. Evidence says what the machine answered, and a machine in hostile hands can lie about itself.</source>
        <translation>Was eine Maschine auf einen Befehl antwortete, Byte für Byte aufbewahrt. Ein Beleg ist ein Nachweis mit der Nummer, unter der dieser Bericht auf ihn verweist. Nachweise sagen, was die Maschine antwortete, und eine Maschine in feindlicher Hand kann über sich selbst lügen.</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Looked at, and what must hold does not.</source>
        <translation>Nachgesehen, und was gelten muss, gilt nicht.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>One item on one machine, or once for the whole site, with its result and the answers laid over it.</source>
        <translation>Ein Punkt auf einer Maschine, oder einmal für den ganzen Standort, mit seinem Ergebnis und den Antworten darüber.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>A short form of a machine&apos;s SSH host key. It shows that the machine that answered is the one that is meant.</source>
        <translation>Eine Kurzform des SSH-Hostschlüssels einer Maschine. Er zeigt, dass die Maschine, die antwortete, die gemeinte ist.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>One sentence of the guideline that can hold or not.</source>
        <translation>Ein Satz der Leitlinie, der gelten kann oder nicht.</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>The item concerns machines of another kind, or there is nothing there that it could concern.</source>
        <translation>Der Punkt betrifft Maschinen anderer Art, oder es ist nichts da, was er betreffen könnte.</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>Nobody has looked, for instance because the machine could not be reached.</source>
        <translation>Niemand hat nachgesehen, etwa weil die Maschine nicht erreichbar war.</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>A sign-off or a waiver. It lies over the measured result, which stays visible below it.</source>
        <translation>Eine Bestätigung oder eine Ausnahme. Sie liegt über dem gemessenen Ergebnis, das darunter sichtbar bleibt.</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Looked at completely, and what must hold does hold.</source>
        <translation>Vollständig nachgesehen, und was gelten muss, gilt.</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>What mends a failure on the platform of the machine. Try it on a machine that may break.</source>
        <translation>Was einen Mangel auf der Plattform der Maschine behebt. Erproben Sie es auf einer Maschine, die ausfallen darf.</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punktwert</translation>
    </message>
    <message>
        <source>The share of findings with a pass among those with a pass or a fail, in per cent, rounded down. The score before waivers counts waived failures as failures. Nothing else counts for or against, and where nothing was decided there is no score.</source>
        <translation>Der Anteil der erfüllten an den erfüllten und verfehlten Befunden, in Prozent, abgerundet. Der Punktwert vor Ausnahmen zählt ausgenommene Mängel als verfehlt. Sonst zählt nichts dafür oder dagegen, und wo nichts entschieden wurde, gibt es keinen Punktwert.</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>The fingerprint of the last entry in the audit&apos;s record, in which each entry holds the fingerprint of the one before. A record with the same seal is the record that this report was made from, unaltered.</source>
        <translation>Der Fingerabdruck des letzten Eintrags im Verlauf des Audits, in dem jeder Eintrag den Fingerabdruck des vorigen enthält. Ein Verlauf mit demselben Siegel ist der, aus dem dieser Bericht entstand, unverändert.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>How much a failure matters, as the guideline&apos;s items were rated for this program: low, medium, high or critical.</source>
        <translation>Wie schwer ein Mangel wiegt, so wie die Punkte der Leitlinie für dieses Programm eingestuft wurden: niedrig, mittel, hoch oder kritisch.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>A fingerprint of data: any change to the data changes the fingerprint.</source>
        <translation>Ein Fingerabdruck von Daten: Jede Änderung der Daten ändert den Fingerabdruck.</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>A person&apos;s answer to an item, with name, role, time and remark; it takes the place of the result.</source>
        <translation>Die Antwort eines Menschen auf einen Punkt, mit Name, Rolle, Zeit und Bemerkung; sie tritt an die Stelle des Ergebnisses.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>What a check looks at on a machine: a guest, a file, a port, an account.</source>
        <translation>Was eine Prüfung auf einer Maschine ansieht: ein Gast, eine Datei, ein Port, ein Konto.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Looked at, but the answer does not decide it, for instance because rights were missing.</source>
        <translation>Nachgesehen, aber die Antwort entscheidet es nicht, etwa weil Rechte fehlten.</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>The item fails, and somebody with a name accepts that until a day, with a reason. It is a failure, is shown as one, and counts as one again from the day after.</source>
        <translation>Der Punkt ist verfehlt, und jemand nimmt das namentlich und mit Grund bis zu einem Tag hin. Es ist ein Mangel, wird als solcher gezeigt und zählt ab dem Tag danach wieder als solcher.</translation>
    </message>
    <message>
        <source>Further items</source>
        <translation>Weitere Punkte</translation>
    </message>
    <message>
        <source>Threat:</source>
        <translation>Bedrohung:</translation>
    </message>
    <message>
        <source>Not reached: see “Scope and method”.</source>
        <translation>Nicht erreicht: siehe „Umfang und Vorgehen“.</translation>
    </message>
    <message>
        <source>Answered as “{word}” by {name} ({role}) on {day}</source>
        <translation>Beantwortet mit „{word}“ von {name} ({role}) am {day}</translation>
    </message>
    <message>
        <source>Answered as “{word}” by {name} ({role}) on {day}; measured: {measured}</source>
        <translation>Beantwortet mit „{word}“ von {name} ({role}) am {day}; gemessen: {measured}</translation>
    </message>
    <message>
        <source>; {state} by {name}</source>
        <translation>; {state} von {name}</translation>
    </message>
    <message>
        <source>Fails; waived until {until} by {name} ({role}) on {day}</source>
        <translation>Verfehlt; ausgenommen bis {until} von {name} ({role}) am {day}</translation>
    </message>
    <message>
        <source>Fails; waived without an end date by {name} ({role}) on {day}</source>
        <translation>Verfehlt; ausgenommen ohne Enddatum von {name} ({role}) am {day}</translation>
    </message>
    <message>
        <source>The waiver until {until} by {name} ({role}) is not in force</source>
        <translation>Die Ausnahme bis {until} von {name} ({role}) ist nicht in Kraft</translation>
    </message>
    <message>
        <source>The waiver without an end date by {name} ({role}) is not in force</source>
        <translation>Die Ausnahme ohne Enddatum von {name} ({role}) ist nicht in Kraft</translation>
    </message>
    <message>
        <source>It ended on {day}: to be confirmed again.</source>
        <translation>Sie endete am {day}: neu zu bestätigen.</translation>
    </message>
    <message>
        <source>It ended on {day}: the item counts as failed again.</source>
        <translation>Sie endete am {day}: Der Punkt gilt wieder als verfehlt.</translation>
    </message>
    <message>
        <source>It ended on {day}: what was measured counts again.</source>
        <translation>Sie endete am {day}: Es gilt wieder das Gemessene.</translation>
    </message>
    <message>
        <source>It ends within {n} days.</source>
        <translation>Sie endet innerhalb von {n} Tagen.</translation>
    </message>
    <message>
        <source>Outdated: {what} changed after it was given.</source>
        <translation>Veraltet: Danach änderte sich, {what}.</translation>
    </message>
    <message>
        <source>{folder}: {name} is missing.</source>
        <translation>{folder}: {name} fehlt.</translation>
    </message>
    <message>
        <source>{folder}: {name} was altered: it has another size.</source>
        <translation>{folder}: {name} wurde verändert: Die Größe ist eine andere.</translation>
    </message>
    <message>
        <source>{folder}: {name} was altered: its SHA-256 is another.</source>
        <translation>{folder}: {name} wurde verändert: Die SHA-256 ist eine andere.</translation>
    </message>
    <message>
        <source>{folder}: {name} was altered: its sums aren&apos;t those of the manifest.</source>
        <translation>{folder}: {name} wurde geändert: Die Summen darin sind nicht die des Manifests.</translation>
    </message>
    <message>
        <source>{folder}: {name} was added after the export.</source>
        <translation>{folder}: {name} kam nach dem Export hinzu.</translation>
    </message>
    <message>
        <source>{folder}: holds no {name}, so it is no exported audit.</source>
        <translation>{folder}: enthält keine {name}, ist also kein exportiertes Audit.</translation>
    </message>
    <message>
        <source>{path}: was made by another version of Bartizan.</source>
        <translation>{path}: stammt von einer anderen Version von Bartizan.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be read ({why}).</source>
        <translation>{path}: nicht lesbar ({why}).</translation>
    </message>
    <message>
        <source>{path}: is no manifest of an exported audit.</source>
        <translation>{path}: ist kein Manifest eines exportierten Audits.</translation>
    </message>
    <message>
        <source>{path}: names {name}, which is outside of the folder.</source>
        <translation>{path}: nennt {name}, was außerhalb des Ordners liegt.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Nothing has been decided yet, so there is no score, and no statement about the security of any machine.</source>
        <translation>Noch ist nichts entschieden; es gibt daher keinen Punktwert und keine Aussage über die Sicherheit irgendeiner Maschine.</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 Maschine</translation>
    </message>
    <message>
        <source>{n} machines</source>
        <translation>{n} Maschinen</translation>
    </message>
    <message>
        <source>On {machines}, {failing}</source>
        <translation>Auf {machines}: {failing}</translation>
    </message>
    <message>
        <source>For the site, {failing}</source>
        <translation>Für den Standort: {failing}</translation>
    </message>
    <message>
        <source>{n} more fails and is waived for now</source>
        <translation>{n} weiterer ist verfehlt und vorerst ausgenommen</translation>
    </message>
    <message>
        <source>{n} more fail and are waived for now</source>
        <translation>{n} weitere sind verfehlt und vorerst ausgenommen</translation>
    </message>
    <message>
        <source>{n} has no verdict yet.</source>
        <translation>{n} ist noch unentschieden.</translation>
    </message>
    <message>
        <source>{n} have no verdict yet.</source>
        <translation>{n} sind noch unentschieden.</translation>
    </message>
    <message>
        <source>Every finding that applies has a verdict.</source>
        <translation>Jeder Befund, der zutreffen kann, ist entschieden.</translation>
    </message>
    <message>
        <source>1 decided finding</source>
        <translation>1 entschiedenem Befund</translation>
    </message>
    <message>
        <source>{n} decided findings</source>
        <translation>{n} entschiedenen Befunden</translation>
    </message>
    <message>
        <source>{n} of {findings} fails</source>
        <translation>{n} von {findings} ist verfehlt</translation>
    </message>
    <message>
        <source>{n} of {findings} fail</source>
        <translation>{n} von {findings} sind verfehlt</translation>
    </message>
    <message>
        <source>none of {findings} fails</source>
        <translation>keiner von {findings} ist verfehlt</translation>
    </message>
    <message>
        <source>Answered as fail by {name}.</source>
        <translation>Als verfehlt beantwortet von {name}.</translation>
    </message>
    <message>
        <source>{names} could not be looked at; nothing was measured there.</source>
        <translation>{names} konnte nicht angesehen werden; dort wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>{names} could not be looked at; nothing was measured on them.</source>
        <translation>{names} konnten nicht angesehen werden; dort wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Chapters {names} were left out of the audit.</source>
        <translation>Die Kapitel {names} wurden im Audit ausgelassen.</translation>
    </message>
    <message>
        <source>{n} machines share an SSH host key with another; see Scope and method.</source>
        <translation>{n} Maschinen haben denselben SSH-Hostschlüssel wie eine andere; siehe Umfang und Vorgehen.</translation>
    </message>
    <message>
        <source>1 finding waits for a person&apos;s answer.</source>
        <translation>1 Befund wartet auf die Antwort eines Menschen.</translation>
    </message>
    <message>
        <source>{n} findings wait for a person&apos;s answer.</source>
        <translation>{n} Befunde warten auf die Antwort eines Menschen.</translation>
    </message>
    <message>
        <source>1 finding could not be decided: looking failed or gave no clear answer.</source>
        <translation>1 Befund ließ sich nicht entscheiden: Das Nachsehen misslang oder ergab keine klare Antwort.</translation>
    </message>
    <message>
        <source>{n} findings could not be decided: looking failed or gave no clear answer.</source>
        <translation>{n} Befunde ließen sich nicht entscheiden: Das Nachsehen misslang oder ergab keine klare Antwort.</translation>
    </message>
    <message>
        <source>{n} of them for one reason, on {names}</source>
        <translation>{n} davon aus einem einzigen Grund, auf {names}</translation>
    </message>
    <message>
        <source>{n} of them for one reason</source>
        <translation>{n} davon aus einem einzigen Grund</translation>
    </message>
    <message>
        <source>1 waiver ends within 30 days.</source>
        <translation>1 Ausnahme endet innerhalb von 30 Tagen.</translation>
    </message>
    <message>
        <source>{n} waivers end within 30 days.</source>
        <translation>{n} Ausnahmen enden innerhalb von 30 Tagen.</translation>
    </message>
    <message>
        <source>1 waiver has ended, so the failure counts again.</source>
        <translation>1 Ausnahme ist abgelaufen, der Mangel zählt also wieder.</translation>
    </message>
    <message>
        <source>{n} waivers have ended, so the failure counts again.</source>
        <translation>{n} Ausnahmen sind abgelaufen, die Mängel zählen also wieder.</translation>
    </message>
    <message>
        <source>1 answer was rejected by the reviewer.</source>
        <translation>1 Antwort wurde bei der Prüfung zurückgewiesen.</translation>
    </message>
    <message>
        <source>{n} answers were rejected by the reviewer.</source>
        <translation>{n} Antworten wurden bei der Prüfung zurückgewiesen.</translation>
    </message>
    <message>
        <source>1 answer was accepted by the person who gave it.</source>
        <translation>1 Antwort wurde von der Person angenommen, die sie gab.</translation>
    </message>
    <message>
        <source>{n} answers were accepted by the person who gave them.</source>
        <translation>{n} Antworten wurden von der Person angenommen, die sie gab.</translation>
    </message>
    <message>
        <source>The audit was kept by a single person; no second one has to have seen the answers.</source>
        <translation>Das Audit führte eine einzelne Person; keine zweite muss die Antworten gesehen haben.</translation>
    </message>
    <message>
        <source>Chapter {names} was left out of the audit.</source>
        <translation>Kapitel {names} wurde im Audit ausgelassen.</translation>
    </message>
    <message>
        <source>Appendix: evidence</source>
        <translation>Anhang: Nachweise</translation>
    </message>
    <message>
        <source>There is no evidence: nothing was looked at.</source>
        <translation>Es gibt keine Nachweise: Nichts wurde angesehen.</translation>
    </message>
    <message>
        <source>{time} · as {account} · exit status {status} · {seconds} s · {size}</source>
        <translation>{time} · als {account} · Status {status} · {seconds} s · {size}</translation>
    </message>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>It wrote nothing to standard output.</source>
        <translation>Er gab auf der Standardausgabe nichts aus.</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Exhibits that are not printed</source>
        <translation>Nicht gedruckte Belege</translation>
    </message>
    <message>
        <source>{n} exhibits would exceed what this report prints in all. They are kept in full in the audit file and its JSON; here are their marks.</source>
        <translation>{n} Belege überstiegen, was dieser Bericht insgesamt druckt. Vollständig liegen sie in der Auditdatei und deren JSON; hier stehen ihre Kennzeichen.</translation>
    </message>
    <message>
        <source>Appendix: record of the audit</source>
        <translation>Anhang: Verlauf des Audits</translation>
    </message>
    <message>
        <source>Appendix: record</source>
        <translation>Anhang: Verlauf</translation>
    </message>
    <message>
        <source>What happened to the audit, in the order in which it was recorded. Each entry of the record holds the fingerprint of the one before, so none can be changed or taken out unseen.</source>
        <translation>Was mit dem Audit geschah, in der Reihenfolge der Aufzeichnung. Jeder Eintrag des Verlaufs enthält den Fingerabdruck des vorigen, sodass keiner unbemerkt geändert oder entfernt werden kann.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Management summary</source>
        <translation>Überblick für die Leitung</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Zum Inhalt springen</translation>
    </message>
    <message>
        <source>Scope and method</source>
        <translation>Umfang und Vorgehen</translation>
    </message>
    <message>
        <source>Items shown</source>
        <translation>Gezeigte Punkte</translation>
    </message>
    <message>
        <source>The seal closes the audit&apos;s record; `bartizan verify AUDIT` shows whether the audit still bears it.</source>
        <translation>Das Siegel schließt die Aufzeichnung des Audits ab; `bartizan verify AUDIT` zeigt, ob das Audit es noch trägt.</translation>
    </message>
    <message>
        <source>Chapter {n}</source>
        <translation>Kapitel {n}</translation>
    </message>
    <message>
        <source>Sign-offs</source>
        <translation>Bestätigungen</translation>
    </message>
    <message>
        <source>Waivers</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Not checked, and why</source>
        <translation>Nicht entschieden, und warum</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This part of the report could not be laid out ({fault}). Nothing of it is lost: it stands in the audit file and in the JSON. Please report this fault.</source>
        <translation>Dieser Teil des Berichts ließ sich nicht setzen ({fault}). Nichts davon ist verloren: Es steht in der Auditdatei und im JSON. Bitte melden Sie diesen Fehler.</translation>
    </message>
    <message>
        <source>security audit, virtual machines, hardening</source>
        <translation>Sicherheitsaudit, virtuelle Maschinen, Härtung</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Deckblatt</translation>
    </message>
    <message>
        <source>Seal {seal} …</source>
        <translation>Siegel {seal} …</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Ohne Siegel</translation>
    </message>
    <message>
        <source>Draft: the audit is not signed</source>
        <translation>Entwurf: Das Audit ist nicht unterschrieben</translation>
    </message>
    <message>
        <source>The audit is signed</source>
        <translation>Das Audit ist unterschrieben</translation>
    </message>
    <message>
        <source>Score {n} of 100</source>
        <translation>Punktwert {n} von 100</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Kein Punktwert</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>Keine Befunde</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>keine Befunde</translation>
    </message>
    <message>
        <source>Changes since an earlier audit</source>
        <translation>Änderungen seit einem früheren Audit</translation>
    </message>
    <message>
        <source>Hardening audit of virtual machine platforms</source>
        <translation>Härtungsaudit von Virtualisierungsplattformen</translation>
    </message>
    <message>
        <source>… in full under “Scope and method”</source>
        <translation>… vollständig unter „Umfang und Vorgehen“</translation>
    </message>
    <message>
        <source>AUDIT</source>
        <translation>AUDIT</translation>
    </message>
    <message>
        <source>SEAL</source>
        <translation>SIEGEL</translation>
    </message>
    <message>
        <source>not sealed yet</source>
        <translation>noch ohne Siegel</translation>
    </message>
    <message>
        <source>The seal closes the audit&apos;s record. “bartizan verify AUDIT --pdf REPORT” compares both to the last byte.</source>
        <translation>Das Siegel schließt den Verlauf des Audits ab. „bartizan verify AUDIT --pdf BERICHT“ vergleicht beide bis aufs letzte Byte.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>Left out: chapter {chapter} ({reason})</source>
        <translation>Ausgelassen: Kapitel {chapter} ({reason})</translation>
    </message>
    <message>
        <source>1 chapter: {names}</source>
        <translation>1 Kapitel: {names}</translation>
    </message>
    <message>
        <source>{n} chapters: {names}</source>
        <translation>{n} Kapitel: {names}</translation>
    </message>
    <message>
        <source>{state}. Kept by a single person, without review by a second</source>
        <translation>{state}. Von einer einzelnen Person geführt, ohne Prüfung durch eine zweite</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>STAND</translation>
    </message>
    <message>
        <source>SIGNED BY</source>
        <translation>UNTERSCHRIEBEN</translation>
    </message>
    <message>
        <source>MACHINES</source>
        <translation>MASCHINEN</translation>
    </message>
    <message>
        <source>1 machine: {names}</source>
        <translation>1 Maschine: {names}</translation>
    </message>
    <message>
        <source>{n} machines: {names}</source>
        <translation>{n} Maschinen: {names}</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>NOT LOOKED AT</source>
        <translation>NICHT ANGESEHEN</translation>
    </message>
    <message>
        <source>SCOPE</source>
        <translation>UMFANG</translation>
    </message>
    <message>
        <source>RESULT</source>
        <translation>ERGEBNIS</translation>
    </message>
    <message>
        <source>WAIVERS</source>
        <translation>AUSNAHMEN</translation>
    </message>
    <message>
        <source>METHOD</source>
        <translation>VERFAHREN</translation>
    </message>
    <message>
        <source>Read-only commands, over SSH or on the computer itself, and answers of people by name</source>
        <translation>Nur lesende Befehle, über SSH oder auf dem Rechner selbst, und namentliche Antworten von Menschen</translation>
    </message>
    <message>
        <source>AUDITOR</source>
        <translation>AUDITOR</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>ALSO ANSWERED</source>
        <translation>AUSSERDEM BETEILIGT</translation>
    </message>
    <message>
        <source>LOOKED AT</source>
        <translation>ANGESEHEN</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>REPORT OF</source>
        <translation>BERICHT VOM</translation>
    </message>
    <message>
        <source>GUIDELINE</source>
        <translation>LEITLINIE</translation>
    </message>
    <message>
        <source>PROGRAM</source>
        <translation>PROGRAMM</translation>
    </message>
    <message>
        <source>This chapter was left out of the audit. Reason given: {reason}</source>
        <translation>Dieses Kapitel wurde im Audit ausgelassen. Angegebener Grund: {reason}</translation>
    </message>
    <message>
        <source>Full title</source>
        <translation>Voller Titel</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>Muss gelten</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>To answer</source>
        <translation>Zu beantworten</translation>
    </message>
    <message>
        <source>concerns {what}</source>
        <translation>Geltung: {what}</translation>
    </message>
    <message>
        <source>derived item</source>
        <translation>abgeleiteter Punkt</translation>
    </message>
    <message>
        <source>Answers {threats}</source>
        <translation>Begegnet: {threats}</translation>
    </message>
    <message>
        <source>the whole site</source>
        <translation>gesamter Standort</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefunden wurde</translation>
    </message>
    <message>
        <source>as above</source>
        <translation>wie oben</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>1 further row stands in the JSON.</source>
        <translation>1 weitere Zeile steht im JSON.</translation>
    </message>
    <message>
        <source>{n} further rows stand in the JSON.</source>
        <translation>{n} weitere Zeilen stehen im JSON.</translation>
    </message>
    <message>
        <source>1 further subject on {where} holds</source>
        <translation>1 weiterer erfüllter Gegenstand, {where}</translation>
    </message>
    <message>
        <source>{n} further subjects on {where} hold</source>
        <translation>{n} weitere erfüllte Gegenstände, {where}</translation>
    </message>
    <message>
        <source>the site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>1 exhibit would exceed what this report prints in all. It is kept in full in the audit file and its JSON; here are its marks.</source>
        <translation>1 Beleg überstiege, was dieser Bericht insgesamt druckt. Vollständig liegt er in der Auditdatei und deren JSON; hier stehen seine Kennzeichen.</translation>
    </message>
    <message>
        <source>1 finding has no verdict. It counts neither as passed nor as failed.</source>
        <translation>1 Befund ist unentschieden. Er zählt weder als erfüllt noch als verfehlt.</translation>
    </message>
    <message>
        <source>1 more belongs to a chapter that was left out.</source>
        <translation>1 weiterer gehört zu einem ausgelassenen Kapitel.</translation>
    </message>
    <message>
        <source>{n} more belong to chapters that were left out.</source>
        <translation>{n} weitere gehören zu ausgelassenen Kapiteln.</translation>
    </message>
    <message>
        <source>On {hosts}</source>
        <translation>Auf {hosts}</translation>
    </message>
    <message>
        <source>Rests on {exhibits}.</source>
        <translation>Beruht auf {exhibits}.</translation>
    </message>
    <message>
        <source> and 1 further exhibit (in the JSON by finding)</source>
        <translation> und 1 weiteren Beleg (im JSON beim Befund)</translation>
    </message>
    <message>
        <source> and {n} further exhibits (in the JSON by finding)</source>
        <translation> und {n} weiteren Belegen (im JSON beim Befund)</translation>
    </message>
    <message>
        <source>The font {path} can&apos;t be read ({why}); install the program again.</source>
        <translation>Die Schrift {path} ist nicht lesbar ({why}); installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>Nicht erfüllt</translation>
    </message>
    <message>
        <source>Doesn&apos;t apply</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Answer what you know and leave the rest empty; an empty question stays open. “Not met” and “Doesn&apos;t apply” need a remark that says why. A day in “Holds until” (YYYY-MM-DD) lets the answer end by itself. Save the form and give it back: it is read with “bartizan answers FILE --from FORM.pdf” and kept with every answer as its evidence.</source>
        <translation>Beantworten Sie, was Sie wissen, und lassen Sie den Rest leer; eine leere Frage bleibt offen. „Nicht erfüllt“ und „Entfällt“ brauchen eine Bemerkung, die sagt, warum. Ein Tag unter „Gilt bis“ (JJJJ-MM-TT) lässt die Antwort von selbst enden. Speichern Sie das Formular und geben Sie es zurück: Es wird mit „bartizan answers DATEI --from FORMULAR.pdf“ eingelesen und bei jeder Antwort als deren Nachweis aufbewahrt.</translation>
    </message>
    <message>
        <source>{questions} with room for {answers}. Audit {id}, seal {seal} …; {guideline}.</source>
        <translation>{questions} mit Platz für {answers}. Audit {id}, Siegel {seal} …; {guideline}.</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>{n} questions</source>
        <translation>{n} Fragen</translation>
    </message>
    <message>
        <source>Questions for people</source>
        <translation>Fragen an Menschen</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>No question is open.</source>
        <translation>Keine Frage ist offen.</translation>
    </message>
    <message>
        <source>facts were collected, a person decides</source>
        <translation>Fakten sind erhoben, ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>a person answers</source>
        <translation>ein Mensch antwortet</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Collected: {source}</source>
        <translation>Erhoben: {source}</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Day (YYYY-MM-DD)</source>
        <translation>Tag (JJJJ-MM-TT)</translation>
    </message>
    <message>
        <source>What this form is for; leave it as it is</source>
        <translation>Wofür dieses Formular ist; lassen Sie es, wie es ist</translation>
    </message>
    <message>
        <source>Whole site</source>
        <translation>Gesamter Standort</translation>
    </message>
    <message>
        <source>{item}, {where}: {answer}</source>
        <translation>{item}, {where}: {answer}</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gilt bis</translation>
    </message>
    <message>
        <source>{where}: holds until, YYYY-MM-DD</source>
        <translation>{where}: gilt bis, JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>{where}: remark</source>
        <translation>{where}: Bemerkung</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Questions: {title}</source>
        <translation>Fragen: {title}</translation>
    </message>
    <message>
        <source>Hardening audit against {guideline}; audit {id}, seal {seal}</source>
        <translation>Härtungsaudit anhand von {guideline}; Audit {id}, Siegel {seal}</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter {chapter} was left out. Reason given: {reason}</source>
        <translation>Kapitel {chapter} wurde ausgelassen. Angegebener Grund: {reason}</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>There is no machine in the audit yet.</source>
        <translation>Noch ist keine Maschine im Audit.</translation>
    </message>
    <message>
        <source>What was learnt about the machines</source>
        <translation>Was über die Maschinen bekannt wurde</translation>
    </message>
    <message>
        <source>Account, rights</source>
        <translation>Konto, Rechte</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Host key, or why it was not reached</source>
        <translation>Hostschlüssel, oder warum nicht erreicht</translation>
    </message>
    <message>
        <source>{role} of {host}</source>
        <translation>{role} von {host}</translation>
    </message>
    <message>
        <source>Not reached.</source>
        <translation>Nicht erreicht.</translation>
    </message>
    <message>
        <source>no host key: looked at without SSH</source>
        <translation>kein Hostschlüssel: ohne SSH angesehen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>keine eigenen</translation>
    </message>
    <message>
        <source>Page {n} of {last}</source>
        <translation>Seite {n} von {last}</translation>
    </message>
    <message>
        <source>This audit was kept by a single person: answers may have been accepted by the one who gave them. Nobody else has to have seen them.</source>
        <translation>Dieses Audit führte eine einzelne Person: Antworten können von derselben Person angenommen sein, die sie gab. Niemand sonst muss sie gesehen haben.</translation>
    </message>
    <message>
        <source>Answers that people gave by name. An answer lies over what was measured; both are shown. A later answer to the same item replaces an earlier one, and nothing is ever deleted.</source>
        <translation>Antworten, die Menschen mit ihrem Namen gaben. Eine Antwort liegt über dem Gemessenen; beides wird gezeigt. Eine spätere Antwort auf denselben Punkt ersetzt eine frühere, und nie wird etwas gelöscht.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Remark and review</source>
        <translation>Bemerkung und Prüfung</translation>
    </message>
    <message>
        <source>Nobody has signed anything off.</source>
        <translation>Niemand hat etwas bestätigt.</translation>
    </message>
    <message>
        <source>A waived item fails. Somebody accepts that by name until a day; from the day after it counts as failed again. The result before the waiver stands beside it.</source>
        <translation>Ein ausgenommener Punkt ist verfehlt. Jemand nimmt das namentlich bis zu einem Tag hin; ab dem Tag danach gilt er wieder als verfehlt. Das Ergebnis vor der Ausnahme steht daneben.</translation>
    </message>
    <message>
        <source>There is no waiver.</source>
        <translation>Es gibt keine Ausnahme.</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Waived until</source>
        <translation>Ausgenommen bis</translation>
    </message>
    <message>
        <source>Reason and review</source>
        <translation>Grund und Prüfung</translation>
    </message>
    <message>
        <source>By signing, the people below confirm that they have read this report, and that the answers under their names are theirs.</source>
        <translation>Mit ihrer Unterschrift bestätigen die unten Genannten, dass sie diesen Bericht gelesen haben und dass die Antworten unter ihren Namen von ihnen stammen.</translation>
    </message>
    <message>
        <source>Signed in the program by {name_and_time}.</source>
        <translation>Im Programm unterschrieben von {name_and_time}.</translation>
    </message>
    <message>
        <source>“{remark}”</source>
        <translation>„{remark}“</translation>
    </message>
    <message>
        <source>no remark</source>
        <translation>keine Bemerkung</translation>
    </message>
    <message>
        <source>Review: {state}</source>
        <translation>Prüfung: {state}</translation>
    </message>
    <message>
        <source>Attached: {file}</source>
        <translation>Angehängt: {file}</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>{state}, ends soon</source>
        <translation>{state}, endet bald</translation>
    </message>
    <message>
        <source>Nobody has signed the audit in the program, so its answers can still change. A digital signature in the field below is one of this report, not of the audit.</source>
        <translation>Niemand hat das Audit im Programm unterschrieben, seine Antworten können sich also noch ändern. Eine digitale Signatur im Feld darunter gilt diesem Bericht, nicht dem Audit.</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Prüfende Person</translation>
    </message>
    <message>
        <source>For the organisation</source>
        <translation>Für die Organisation</translation>
    </message>
    <message>
        <source>Place and date</source>
        <translation>Ort und Datum</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Field for a digital signature</source>
        <translation>Feld für eine digitale Signatur</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>No finding changed.</source>
        <translation>Kein Befund hat sich geändert.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>The text of the item changed.</source>
        <translation>Der Wortlaut des Punktes hat sich geändert.</translation>
    </message>
    <message>
        <source>Digitally signed</source>
        <translation>Digital signiert</translation>
    </message>
    <message>
        <source>Certificate by {issuer} · {time} by the signer&apos;s clock</source>
        <translation>Zertifikat von {issuer} · {time} nach der Uhr der signierenden Person</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>By chapter</source>
        <translation>Nach Kapitel</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>To bear in mind</source>
        <translation>Zu bedenken</translation>
    </message>
    <message>
        <source>Score before waivers: {n}.</source>
        <translation>Punktwert vor Ausnahmen: {n}.</translation>
    </message>
    <message>
        <source>Nothing stands against reading the figures as they are.</source>
        <translation>Nichts spricht dagegen, die Zahlen so zu lesen, wie sie dastehen.</translation>
    </message>
    <message>
        <source>This report says nothing yet about any machine.</source>
        <translation>Dieser Bericht sagt noch nichts über irgendeine Maschine.</translation>
    </message>
    <message>
        <source>Mend these first</source>
        <translation>Dies zuerst beheben</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Nothing that was decided fails.</source>
        <translation>Nichts Entschiedenes ist verfehlt.</translation>
    </message>
    <message>
        <source>Nothing was decided, so nothing can be ranked.</source>
        <translation>Nichts wurde entschieden, also gibt es keine Rangfolge.</translation>
    </message>
    <message>
        <source>What was found is kept in English.</source>
        <translation>Was gefunden wurde, steht auf Englisch da.</translation>
    </message>
    <message>
        <source>1 further failing item: see the chapters.</source>
        <translation>1 weiterer verfehlter Punkt: siehe die Kapitel.</translation>
    </message>
    <message>
        <source>{n} further failing items: see the chapters.</source>
        <translation>{n} weitere verfehlte Punkte: siehe die Kapitel.</translation>
    </message>
    <message>
        <source>Fails for the whole site.</source>
        <translation>Verfehlt für den gesamten Standort.</translation>
    </message>
    <message>
        <source>Fails on {hosts}.</source>
        <translation>Verfehlt auf {hosts}.</translation>
    </message>
    <message>
        <source>page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>{n} findings have no verdict. None of them counts as passed or failed.</source>
        <translation>{n} Befunde sind unentschieden. Keiner davon zählt als erfüllt oder verfehlt.</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>is cut short</source>
        <translation>ist abgeschnitten</translation>
    </message>
    <message>
        <source>another program saved it anew, or it is no report of Bartizan</source>
        <translation>ein anderes Programm hat es neu gespeichert, oder es ist kein Bericht von Bartizan</translation>
    </message>
    <message>
        <source>doesn&apos;t hold what a report of Bartizan says of itself: {why}</source>
        <translation>enthält nicht, was ein Bericht von Bartizan über sich selbst sagt: {why}</translation>
    </message>
    <message>
        <source>was altered: what it says of itself can&apos;t be read</source>
        <translation>wurde verändert: Was es über sich selbst sagt, ist nicht lesbar</translation>
    </message>
    <message>
        <source>was altered or damaged, {where}</source>
        <translation>wurde verändert oder beschädigt, {where}</translation>
    </message>
    <message>
        <source>was altered: what it says of itself isn&apos;t as it was written</source>
        <translation>wurde verändert: Was es über sich selbst sagt, ist nicht, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>first on page {n} of {last}</source>
        <translation>zuerst auf Seite {n} von {last}</translation>
    </message>
    <message>
        <source>not on its pages, but in its fonts, links or structure</source>
        <translation>nicht auf seinen Seiten, sondern in Schriften, Verweisen oder Struktur</translation>
    </message>
    <message>
        <source>The PDF that was made has another form than expected; please report this fault.</source>
        <translation>Das erzeugte PDF hat eine andere Form als erwartet; bitte melden Sie diesen Fehler.</translation>
    </message>
    <message>
        <source>{n} questions are open; a form has room for {most}: leave chapters or hosts out.</source>
        <translation>{n} Fragen sind offen; ein Formular hat Platz für {most}: Lassen Sie Kapitel oder Hosts aus.</translation>
    </message>
    <message>
        <source>Rejected by {name}: {remark}</source>
        <translation>Zurückgewiesen von {name}: {remark}</translation>
    </message>
    <message>
        <source>The answer of {name} ended on {day}.</source>
        <translation>Die Antwort von {name} endete am {day}.</translation>
    </message>
    <message>
        <source>Changed since {name} answered: please look again.</source>
        <translation>Geändert seit der Antwort von {name}: Bitte sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>… more in the report</source>
        <translation>… mehr im Bericht</translation>
    </message>
    <message>
        <source>it was altered: what it says about itself doesn&apos;t match its sum</source>
        <translation>es wurde verändert: Was es über sich selbst sagt, passt nicht zu seiner Summe</translation>
    </message>
    <message>
        <source>it was made by another version of Bartizan</source>
        <translation>es stammt von einer anderen Version von Bartizan</translation>
    </message>
    <message>
        <source>what it says about itself can&apos;t be read</source>
        <translation>was es über sich selbst sagt, ist nicht lesbar</translation>
    </message>
    <message>
        <source>Digital signatures need the extra package: pip install &apos;bartizan[sign]&apos;.</source>
        <translation>Digitale Signaturen brauchen das Zusatzpaket: pip install &apos;bartizan[sign]&apos;.</translation>
    </message>
    <message>
        <source>{path}: there is no such certificate file.</source>
        <translation>{path}: Eine solche Zertifikatsdatei gibt es nicht.</translation>
    </message>
    <message>
        <source>{path}: is too large for a certificate file (PKCS#12).</source>
        <translation>{path}: zu groß für eine Zertifikatsdatei (PKCS#12).</translation>
    </message>
    <message>
        <source>{path}: the passphrase doesn&apos;t open it.</source>
        <translation>{path}: Die Passphrase öffnet sie nicht.</translation>
    </message>
    <message>
        <source>{path}: is no certificate file (PKCS#12: .p12, .pfx).</source>
        <translation>{path}: keine Zertifikatsdatei (PKCS#12: .p12, .pfx).</translation>
    </message>
    <message>
        <source>{path}: needs its passphrase.</source>
        <translation>{path}: braucht ihre Passphrase.</translation>
    </message>
    <message>
        <source>{path}: holds no certificate with its private key; export both into one file.</source>
        <translation>{path}: enthält kein Zertifikat mit seinem privaten Schlüssel; exportieren Sie beide in eine Datei.</translation>
    </message>
    <message>
        <source>{path}: the certificate is valid from {first} to {last}, not now.</source>
        <translation>{path}: Das Zertifikat gilt von {first} bis {last}, nicht jetzt.</translation>
    </message>
    <message>
        <source>The certificate of {name} can&apos;t sign ({fault}).</source>
        <translation>Das Zertifikat von {name} kann nicht signieren ({fault}).</translation>
    </message>
    <message>
        <source>{path}: is no certificate that can be read (PEM or DER).</source>
        <translation>{path}: kein lesbares Zertifikat (PEM oder DER).</translation>
    </message>
    <message>
        <source>{path}: has {n} bytes that were added, perhaps a signature.</source>
        <translation>{path}: enthält {n} angefügte Bytes, vielleicht eine Signatur.</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>ausgenommen</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>awaiting answer</source>
        <translation>Antwort offen</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>zur Kenntnis</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>Open: answers may still change</source>
        <translation>Offen: Antworten können sich noch ändern</translation>
    </message>
    <message>
        <source>Submitted for review</source>
        <translation>Zur Prüfung vorgelegt</translation>
    </message>
    <message>
        <source>Accepted by the reviewer</source>
        <translation>Bei der Prüfung angenommen</translation>
    </message>
    <message>
        <source>Signed and closed</source>
        <translation>Unterschrieben und abgeschlossen</translation>
    </message>
    <message>
        <source>decided by the program</source>
        <translation>vom Programm entschieden</translation>
    </message>
    <message>
        <source>facts by the program, decided by a person</source>
        <translation>Fakten vom Programm, Entscheidung durch einen Menschen</translation>
    </message>
    <message>
        <source>answered by a person</source>
        <translation>von einem Menschen beantwortet</translation>
    </message>
    <message>
        <source>each host</source>
        <translation>jeder Host</translation>
    </message>
    <message>
        <source>each guest</source>
        <translation>jeder Gast</translation>
    </message>
    <message>
        <source>each host and guest</source>
        <translation>jeder Host und Gast</translation>
    </message>
    <message>
        <source>several machines together</source>
        <translation>mehrere Maschinen zusammen</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>root by sudo</source>
        <translation>root über sudo</translation>
    </message>
    <message>
        <source>single commands by sudo</source>
        <translation>einzelne Befehle über sudo</translation>
    </message>
    <message>
        <source>unprivileged</source>
        <translation>ohne Sonderrechte</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>vorgelegt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Run the audit on the machine again.</source>
        <translation>Führen Sie das Audit auf der Maschine noch einmal aus.</translation>
    </message>
    <message>
        <source>Have a person look on the machine and answer.</source>
        <translation>Lassen Sie einen Menschen auf der Maschine nachsehen und antworten.</translation>
    </message>
    <message>
        <source>Machine not reached</source>
        <translation>Maschine nicht erreicht</translation>
    </message>
    <message>
        <source>Make the machine reachable and run the audit on it again.</source>
        <translation>Machen Sie die Maschine erreichbar und führen Sie das Audit auf ihr noch einmal aus.</translation>
    </message>
    <message>
        <source>Connection lost while looking</source>
        <translation>Verbindung beim Nachsehen verloren</translation>
    </message>
    <message>
        <source>Stopped by the operator</source>
        <translation>Von der bedienenden Person abgebrochen</translation>
    </message>
    <message>
        <source>Rights missing</source>
        <translation>Rechte fehlen</translation>
    </message>
    <message>
        <source>Give the audit account the rights named, or have a person answer.</source>
        <translation>Geben Sie dem Auditkonto die genannten Rechte, oder lassen Sie einen Menschen antworten.</translation>
    </message>
    <message>
        <source>A program is missing on the machine</source>
        <translation>Ein Programm fehlt auf der Maschine</translation>
    </message>
    <message>
        <source>Have a person answer; nothing needs to be installed.</source>
        <translation>Lassen Sie einen Menschen antworten; nichts muss installiert werden.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>Look at the load of the machine, then run the audit again.</source>
        <translation>Sehen Sie nach der Last der Maschine, und führen Sie das Audit dann noch einmal aus.</translation>
    </message>
    <message>
        <source>The command failed</source>
        <translation>Der Befehl misslang</translation>
    </message>
    <message>
        <source>Look at its output in the appendix and mend the cause.</source>
        <translation>Sehen Sie seine Ausgabe im Anhang an und beheben Sie die Ursache.</translation>
    </message>
    <message>
        <source>Output not understood</source>
        <translation>Ausgabe nicht verstanden</translation>
    </message>
    <message>
        <source>Have a person read the output in the appendix and answer.</source>
        <translation>Lassen Sie einen Menschen die Ausgabe im Anhang lesen und antworten.</translation>
    </message>
    <message>
        <source>Output longer than the limit</source>
        <translation>Ausgabe länger als die Grenze</translation>
    </message>
    <message>
        <source>Output damaged or forged</source>
        <translation>Ausgabe beschädigt oder gefälscht</translation>
    </message>
    <message>
        <source>Find out what changes the output on the machine before trusting it.</source>
        <translation>Finden Sie heraus, was die Ausgabe auf der Maschine verändert, bevor Sie ihr trauen.</translation>
    </message>
    <message>
        <source>The output doesn&apos;t say</source>
        <translation>Die Ausgabe sagt es nicht</translation>
    </message>
    <message>
        <source>Waiting for a person&apos;s answer</source>
        <translation>Wartet auf die Antwort eines Menschen</translation>
    </message>
    <message>
        <source>Answer the item, and attach what supports the answer.</source>
        <translation>Beantworten Sie den Punkt, und hängen Sie an, was die Antwort stützt.</translation>
    </message>
    <message>
        <source>No command decides it here</source>
        <translation>Kein Befehl entscheidet es hier</translation>
    </message>
    <message>
        <source>Have a person answer from the facts collected.</source>
        <translation>Lassen Sie einen Menschen anhand der erhobenen Fakten antworten.</translation>
    </message>
    <message>
        <source>Platform not known</source>
        <translation>Plattform nicht bekannt</translation>
    </message>
    <message>
        <source>Choose the platform by hand, or have a person answer.</source>
        <translation>Wählen Sie die Plattform von Hand, oder lassen Sie einen Menschen antworten.</translation>
    </message>
    <message>
        <source>Chapter left out of the audit</source>
        <translation>Kapitel im Audit ausgelassen</translation>
    </message>
    <message>
        <source>Take the chapter into the scope to have it looked at.</source>
        <translation>Nehmen Sie das Kapitel in den Umfang auf, damit es angesehen wird.</translation>
    </message>
    <message>
        <source>The item concerns machines of another role</source>
        <translation>Der Punkt betrifft Maschinen einer anderen Rolle</translation>
    </message>
    <message>
        <source>There is nothing on the machine that the item concerns</source>
        <translation>Auf der Maschine ist nichts, was der Punkt betrifft</translation>
    </message>
    <message>
        <source>The condition under which the item holds isn&apos;t met</source>
        <translation>Die Bedingung, unter der der Punkt gilt, ist nicht gegeben</translation>
    </message>
    <message>
        <source>No cause recorded</source>
        <translation>Keine Ursache festgehalten</translation>
    </message>
    <message>
        <source>Run the audit again, or have a person answer.</source>
        <translation>Führen Sie das Audit noch einmal aus, oder lassen Sie einen Menschen antworten.</translation>
    </message>
    <message>
        <source>what the item asks or how it is checked</source>
        <translation>was der Punkt verlangt oder wie er geprüft wird</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>was gemessen wurde</translation>
    </message>
    <message>
        <source>what was collected for the person who decides</source>
        <translation>was für die entscheidende Person erhoben wurde</translation>
    </message>
    <message>
        <source>something</source>
        <translation>etwas</translation>
    </message>
    <message>
        <source>Item {item} of another version of the benchmark</source>
        <translation>Punkt {item} einer anderen Version des Prüfkatalogs</translation>
    </message>
    <message>
        <source>This version of the benchmark holds no such item.</source>
        <translation>Diese Version des Prüfkatalogs enthält keinen solchen Punkt.</translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, Version {version}</translation>
    </message>
    <message>
        <source>,</source>
        <comment>between the thousands of a number</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} und {n} weitere</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>The report can&apos;t be written to {path}: that is a folder; name a file.</source>
        <translation>Der Bericht lässt sich nicht nach {path} schreiben: Das ist ein Ordner; nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>The report can&apos;t be written to {path}: {why}; choose another name or folder.</source>
        <translation>Der Bericht lässt sich nicht nach {path} schreiben: {why}; wählen Sie einen anderen Namen oder Ordner.</translation>
    </message>
    <message>
        <source>There is no file {path}; give the path where it is now.</source>
        <translation>Eine Datei {path} gibt es nicht; den Pfad angeben, wo sie jetzt liegt.</translation>
    </message>
    <message>
        <source>{path}: {size} MiB is more than any report of Bartizan has.</source>
        <translation>{path}: {size} MiB sind mehr, als irgendein Bericht von Bartizan hat.</translation>
    </message>
    <message>
        <source>{path}: is no report of Bartizan.</source>
        <translation>{path}: ist kein Bericht von Bartizan.</translation>
    </message>
    <message>
        <source>{folder}: {name} is the report of another audit or revision (seal {seal}) than the manifest names (seal {own}).</source>
        <translation>{folder}: {name} ist der Bericht eines anderen Audits oder einer anderen Revision (Siegel {seal}), als das Verzeichnis nennt (Siegel {own}).</translation>
    </message>
    <message>
        <source>{path} is the report of another audit ({other!r}), not of {audit}.</source>
        <translation>{path} ist der Bericht eines anderen Audits ({other!r}), nicht von {audit}.</translation>
    </message>
    <message>
        <source>The audit is whole and holds the entry with the report&apos;s seal; {n} entries came later, in a new revision.</source>
        <translation>Das Audit ist vollständig und enthält den Eintrag mit dem Siegel des Berichts; {n} Einträge kamen später, in einer neuen Revision.</translation>
    </message>
    <message>
        <source>The audit is whole and holds the entry with the report&apos;s seal.</source>
        <translation>Das Audit ist vollständig und enthält den Eintrag mit dem Siegel des Berichts.</translation>
    </message>
    <message>
        <source>it says what changed since an earlier audit; give that with --since</source>
        <translation>er sagt, was sich seit einem früheren Audit geändert hat; geben Sie dieses mit --since an</translation>
    </message>
    <message>
        <source>Made again from the audit by another build, the report is the same to the last byte, but for the name of its maker.</source>
        <translation>Aus dem Audit von einem anderen Build neu erzeugt, ist der Bericht bis aufs letzte Byte derselbe, abgesehen vom Namen dessen, was ihn erzeugte.</translation>
    </message>
    <message>
        <source>The pages could not be made again to compare them: {reason}.</source>
        <translation>Die Seiten ließen sich zum Vergleich nicht noch einmal herstellen: {reason}.</translation>
    </message>
    <message>
        <source>Made again from the audit, the report is the same to the last byte.</source>
        <translation>Aus dem Audit neu erzeugt, ist der Bericht bis aufs letzte Byte derselbe.</translation>
    </message>
    <message>
        <source>it is in a language that isn&apos;t here ({code})</source>
        <translation>er ist in einer Sprache, die hier fehlt ({code})</translation>
    </message>
    <message>
        <source>it was made by {program} ({renderer}), and this is {own} ({own_renderer})</source>
        <translation>er stammt von {program} ({renderer}), und dies ist {own} ({own_renderer})</translation>
    </message>
    <message>
        <source>it was made with other content (digest {digest}; here {own})</source>
        <translation>er wurde mit anderem Inhalt hergestellt (Prüfsumme {digest}; hier {own})</translation>
    </message>
    <message>
        <source>{path} isn&apos;t the report that {audit} yields: first on page {page}; it was altered, or made from something else.</source>
        <translation>{path} ist nicht der Bericht, den {audit} ergibt: zuerst auf Seite {page}; er wurde verändert oder aus etwas anderem hergestellt.</translation>
    </message>
    <message>
        <source>{path} isn&apos;t the report that {audit} yields; it was altered, or made from something else.</source>
        <translation>{path} ist nicht der Bericht, den {audit} ergibt; er wurde verändert oder aus etwas anderem hergestellt.</translation>
    </message>
    <message>
        <source>{target}: its secrets could not be looked up; please report it.</source>
        <translation>{target}: Die Geheimnisse dafür konnten nicht nachgeschlagen werden; bitte melden.</translation>
    </message>
    <message>
        <source>{path}: its machines were not compared with each other, since the program&apos;s own process for that was lost ({why}); run one of them again.</source>
        <translation>{path}: Die Rechner darin wurden nicht miteinander verglichen, weil der eigene Prozess des Programms dafür verloren ging ({why}); einen davon noch einmal prüfen.</translation>
    </message>
    <message>
        <source>it was told to end</source>
        <translation>er sollte enden</translation>
    </message>
    <message>
        <source>{target}: the program&apos;s own process that looks at machines was lost ({why}), perhaps for want of memory; try this machine again.</source>
        <translation>{target}: Der eigene Prozess des Programms, der die Rechner ansieht, ging verloren ({why}), vielleicht aus Mangel an Speicher; diesen Rechner noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{target}: cancelled before it was looked at.</source>
        <translation>{target}: abgebrochen, bevor es angesehen wurde.</translation>
    </message>
    <message>
        <source>{target}: the program failed on this target ({kind}); please report it.</source>
        <translation>{target}: Das Programm ist bei diesem Ziel gescheitert ({kind}); bitte melden Sie das.</translation>
    </message>
    <message>
        <source>{path} is damaged or altered: its tables are not those of schema {version}.</source>
        <translation>{path} ist beschädigt oder verändert: Seine Tabellen sind nicht die von Schema {version}.</translation>
    </message>
    <message>
        <source>{path} has the older schema {version}: open it once where it can be written.</source>
        <translation>{path} hat das ältere Schema {version}: Öffnen Sie die Datei einmal dort, wo sie beschreibbar ist.</translation>
    </message>
    <message>
        <source>{path} {error}. See what happened with: bartizan verify</source>
        <translation>{path} {error}. Was geschah, sagt: bartizan verify</translation>
    </message>
    <message>
        <source>{target} is not one of the audit&apos;s targets: add it first.</source>
        <translation>{target} ist keines der Ziele des Audits: Fügen Sie es zuerst hinzu.</translation>
    </message>
    <message>
        <source>{name} has more than {limit} MiB, which is the most that is attached.</source>
        <translation>{name} hat mehr als {limit} MiB, und mehr wird nicht angehängt.</translation>
    </message>
    <message>
        <source>An audit can&apos;t be {state!r}: it is {states}.</source>
        <translation>Ein Audit kann nicht {state!r} sein: Möglich sind {states}.</translation>
    </message>
    <message>
        <source>{path} isn&apos;t signed, so it can be changed without a new revision.</source>
        <translation>{path} ist nicht unterschrieben und lässt sich ohne neue Revision ändern.</translation>
    </message>
    <message>
        <source>{path} is signed and locked: start a revision to change it.</source>
        <translation>{path} ist unterschrieben und gesperrt: Beginnen Sie eine Revision, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>{path} was closed before all of it was written.</source>
        <translation>{path} wurde geschlossen, bevor alles geschrieben war.</translation>
    </message>
    <message>
        <source>{path} was changed by another program just now: try again.</source>
        <translation>{path} wurde gerade von einem anderen Programm geändert: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Two targets are named {name}: names must differ.</source>
        <translation>Zwei Ziele heißen {name}: Namen müssen verschieden sein.</translation>
    </message>
    <message>
        <source>{path} was opened for reading only.</source>
        <translation>{path} wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>{path} is shown read-only: {error}.</source>
        <translation>{path} wird nur lesend gezeigt: {error}.</translation>
    </message>
    <message>
        <source>{path} is open elsewhere ({who}), so it is shown read-only here.</source>
        <translation>{path} ist anderswo geöffnet ({who}), daher wird die Datei hier nur lesend gezeigt.</translation>
    </message>
    <message>
        <source>{n} MiB of JSON are more than the {limit} that one entry or list may have</source>
        <translation>{n} MiB JSON sind mehr als die {limit}, die ein Eintrag oder eine Liste haben darf</translation>
    </message>
    <message>
        <source>it holds {n} MiB of JSON, more than the {limit} that Bartizan writes</source>
        <translation>darin stehen {n} MiB JSON, mehr als die {limit}, die Bartizan schreibt</translation>
    </message>
    <message>
        <source>it holds no valid JSON ({error})</source>
        <translation>er enthält kein gültiges JSON ({error})</translation>
    </message>
    <message>
        <source>its {n} MiB of JSON hold so many values that they would take more than {limit} MiB of memory</source>
        <translation>die {n} MiB JSON darin enthalten so viele Werte, dass sie mehr als {limit} MiB Speicher brauchen würden</translation>
    </message>
    <message>
        <source>{data} is no time in UTC</source>
        <translation>{data} ist keine Zeit in UTC</translation>
    </message>
    <message>
        <source>{data} stands where {kind} belongs</source>
        <translation>{data} steht, wo {kind} hingehört</translation>
    </message>
    <message>
        <source>{data} stands where a number belongs</source>
        <translation>{data} steht, wo eine Zahl hingehört</translation>
    </message>
    <message>
        <source>it is nested deeper than Bartizan writes</source>
        <translation>es ist tiefer verschachtelt, als Bartizan es schreibt</translation>
    </message>
    <message>
        <source>{data} is no date</source>
        <translation>{data} ist kein Datum</translation>
    </message>
    <message>
        <source>{data} stands where a list belongs</source>
        <translation>{data} steht, wo eine Liste hingehört</translation>
    </message>
    <message>
        <source>{data} stands where an object belongs</source>
        <translation>{data} steht, wo ein Objekt hingehört</translation>
    </message>
    <message>
        <source>{data} stands where a list of {n} belongs</source>
        <translation>{data} steht, wo eine Liste von {n} hingehört</translation>
    </message>
    <message>
        <source>{data} is none of {names}</source>
        <translation>{data} ist keines von {names}</translation>
    </message>
    <message>
        <source>{kind} lacks {key!r}</source>
        <translation>{kind} fehlt {key!r}</translation>
    </message>
    <message>
        <source>{kind} has the unknown key {key}</source>
        <translation>{kind} hat den unbekannten Schlüssel {key}</translation>
    </message>
    <message>
        <source>{path} is empty, so it is no audit file.</source>
        <translation>{path} ist leer, also keine Auditdatei.</translation>
    </message>
    <message>
        <source>{path} is no audit file of Bartizan.</source>
        <translation>{path} ist keine Auditdatei von Bartizan.</translation>
    </message>
    <message>
        <source>{path} is cut short: restore it from a copy.</source>
        <translation>{path} ist abgeschnitten: Stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>{path} is a database of another program, not an audit file of Bartizan.</source>
        <translation>{path} ist die Datenbank eines anderen Programms, keine Auditdatei von Bartizan.</translation>
    </message>
    <message>
        <source>{path} was made by a newer Bartizan (schema {version}, this one reads up to {newest}): open it with that one.</source>
        <translation>{path} stammt von einem neueren Bartizan (Schema {version}, dieses liest bis {newest}): Öffnen Sie die Datei mit jenem.</translation>
    </message>
    <message>
        <source>{path} is damaged: its header makes no sense; restore it from a copy.</source>
        <translation>{path} ist beschädigt: Der Dateikopf ergibt keinen Sinn; stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>{path} is cut short ({size} of {pages} bytes): restore it from a copy.</source>
        <translation>{path} ist abgeschnitten ({size} von {pages} Bytes): Stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>reserved space and payload fractions</source>
        <translation>reservierter Platz und Anteile der Nutzdaten</translation>
    </message>
    <message>
        <source>cache size, vacuum mode and reserved bytes</source>
        <translation>Größe des Zwischenspeichers, Art des Aufräumens und reservierte Bytes</translation>
    </message>
    <message>
        <source>schema format and text encoding</source>
        <translation>Format des Schemas und Textkodierung</translation>
    </message>
    <message>
        <source>{path} is write-protected, so it is shown read-only.</source>
        <translation>{path} ist schreibgeschützt und wird daher nur lesend gezeigt.</translation>
    </message>
    <message>
        <source>{path} has too long a name to be written, so it is shown read-only; give it a shorter one.</source>
        <translation>{path} hat einen zu langen Namen, um geschrieben zu werden, und wird daher nur lesend gezeigt; geben Sie der Datei einen kürzeren.</translation>
    </message>
    <message>
        <source>The folder of {path} is write-protected, so the audit is shown read-only.</source>
        <translation>Der Ordner von {path} ist schreibgeschützt, daher wird das Audit nur lesend gezeigt.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: a change of it was cut off, and undoing that in a copy needs {needed} MiB in {folder}, where {free} are free; free some, or open the audit where it can be written.</source>
        <translation>{path} kann nicht gelesen werden: Eine Änderung daran wurde abgebrochen, und sie in einer Kopie rückgängig zu machen braucht {needed} MiB in {folder}, wo {free} frei sind; schaffen Sie Platz, oder öffnen Sie das Audit, wo es geschrieben werden kann.</translation>
    </message>
    <message>
        <source>{path} is damaged (text that is no UTF-8): restore it from a copy.</source>
        <translation>{path} ist beschädigt (Text, der kein UTF-8 ist): Stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>{path} is locked by another program: close it there and try again.</source>
        <translation>{path} ist von einem anderen Programm gesperrt: Schließen Sie die Datei dort, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the disk is full; nothing of this change was kept, what was there is whole</source>
        <translation>Der Datenträger ist voll; von dieser Änderung wurde nichts behalten, was da war, ist vollständig</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>die Datei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}): restore it from a copy.</source>
        <translation>{path} ist beschädigt ({error}): Stellen Sie die Datei aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {why}.</source>
        <translation>{path} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {why}.</source>
        <translation>{path} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be created: {why}.</source>
        <translation>{path} lässt sich nicht anlegen: {why}.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: {why}.</source>
        <translation>{path} lässt sich nicht öffnen: {why}.</translation>
    </message>
    <message>
        <source>{path} is a symbolic link: open the file that it points to.</source>
        <translation>{path} ist ein symbolischer Verweis: Öffnen Sie die Datei, auf die er zeigt.</translation>
    </message>
    <message>
        <source>{path} is a folder, not an audit file.</source>
        <translation>{path} ist ein Ordner, keine Auditdatei.</translation>
    </message>
    <message>
        <source>{path} is no regular file, so it is no audit file.</source>
        <translation>{path} ist keine gewöhnliche Datei, also keine Auditdatei.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: {log} beside it isn&apos;t Bartizan&apos;s, and would be read in its place; move that away.</source>
        <translation>{path} kann nicht geöffnet werden: {log} daneben ist nicht von Bartizan und würde an seiner Stelle gelesen; nehmen Sie es dort weg.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: {journal} beside it is no regular file; move that away.</source>
        <translation>{path} kann nicht geöffnet werden: {journal} daneben ist keine gewöhnliche Datei; verschieben Sie sie.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: {journal} beside it has {n} MiB, far more than a change that was cut off leaves behind; move that away.</source>
        <translation>{path} kann nicht geöffnet werden: {journal} daneben hat {n} MiB, weit mehr, als eine abgebrochene Änderung hinterlässt; nehmen Sie es dort weg.</translation>
    </message>
    <message>
        <source>you have no right to read it</source>
        <translation>Sie haben kein Recht, die Datei zu lesen</translation>
    </message>
    <message>
        <source>{path}: this name has {n} bytes; that of an audit file has {most} at most there, since SQLite needs a longer one beside it; choose a shorter name.</source>
        <translation>{path}: Dieser Name hat {n} Bytes; der einer Audit-Datei hat dort höchstens {most}, weil SQLite daneben einen längeren braucht; wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>{path!r} is no path.</source>
        <translation>{path!r} ist kein Pfad.</translation>
    </message>
    <message>
        <source>more than {LIMIT} MiB can&apos;t be kept in an audit file</source>
        <translation>mehr als {LIMIT} MiB lassen sich nicht in einer Auditdatei aufbewahren</translation>
    </message>
    <message>
        <source>content {sha256} is missing</source>
        <translation>Inhalt {sha256} fehlt</translation>
    </message>
    <message>
        <source>content {sha256} was altered or damaged</source>
        <translation>Inhalt {sha256} wurde verändert oder beschädigt</translation>
    </message>
    <message>
        <source>submitted the answer</source>
        <translation>Antwort vorgelegt</translation>
    </message>
    <message>
        <source>accepted the answer</source>
        <translation>Antwort angenommen</translation>
    </message>
    <message>
        <source>rejected the answer</source>
        <translation>Antwort zurückgewiesen</translation>
    </message>
    <message>
        <source>created the audit {title!r} with {program}</source>
        <translation>Audit {title!r} mit {program} angelegt</translation>
    </message>
    <message>
        <source>described the audit as {title!r}</source>
        <translation>Audit als {title!r} beschrieben</translation>
    </message>
    <message>
        <source>targets are now: {names}</source>
        <translation>Ziele sind nun: {names}</translation>
    </message>
    <message>
        <source>began to judge again what is stored of {names} with {guideline}</source>
        <translation>Beurteilung des Gespeicherten von {names} mit {guideline} von neuem begonnen</translation>
    </message>
    <message>
        <source>started to look at {names} with {guideline}</source>
        <translation>Ansehen von {names} mit {guideline} begonnen</translation>
    </message>
    <message>
        <source>judged again what is stored of {target}</source>
        <translation>das Gespeicherte von {target} neu beurteilt</translation>
    </message>
    <message>
        <source>could not look at {target}: {error}</source>
        <translation>{target} ließ sich nicht ansehen: {error}</translation>
    </message>
    <message>
        <source>looked at {target}</source>
        <translation>{target} angesehen</translation>
    </message>
    <message>
        <source>judged what concerns the site or several machines</source>
        <translation>beurteilt, was den Standort oder mehrere Maschinen betrifft</translation>
    </message>
    <message>
        <source>finished judging</source>
        <translation>Beurteilung beendet</translation>
    </message>
    <message>
        <source>finished looking</source>
        <translation>Ansehen beendet</translation>
    </message>
    <message>
        <source>{item} on {target}: {answer}</source>
        <translation>{item} auf {target}: {answer}</translation>
    </message>
    <message>
        <source>{item} on the site: {answer}</source>
        <translation>{item} für den Standort: {answer}</translation>
    </message>
    <message>
        <source>submitted {items}</source>
        <translation>{items} vorgelegt</translation>
    </message>
    <message>
        <source>accepted {items}</source>
        <translation>{items} angenommen</translation>
    </message>
    <message>
        <source>rejected {items}</source>
        <translation>{items} zurückgewiesen</translation>
    </message>
    <message>
        <source>attached {name!r} ({size} bytes)</source>
        <translation>{name!r} angehängt ({size} Bytes)</translation>
    </message>
    <message>
        <source>the audit is now {state} as {role}</source>
        <translation>das Audit ist nun {state}, Rolle {role}</translation>
    </message>
    <message>
        <source>the audit is now {state}</source>
        <translation>das Audit ist nun {state}</translation>
    </message>
    <message>
        <source>opened the audit again, signed under the seal {seal}</source>
        <translation>Audit wieder geöffnet, unterschrieben unter dem Siegel {seal}</translation>
    </message>
    <message>
        <source>marked as the work of a single person</source>
        <translation>als Arbeit einer einzigen Person gekennzeichnet</translation>
    </message>
    <message>
        <source>withdrew the answer</source>
        <translation>Antwort zurückgenommen</translation>
    </message>
    <message>
        <source>waived ({old})</source>
        <translation>ausgenommen ({old})</translation>
    </message>
    <message>
        <source>signed off as {new} in place of {old}</source>
        <translation>als {new} bestätigt statt {old}</translation>
    </message>
    <message>
        <source>signed off as {new}</source>
        <translation>als {new} bestätigt</translation>
    </message>
    <message>
        <source>carried over from {origin}</source>
        <translation>übernommen aus {origin}</translation>
    </message>
    <message>
        <source>measured: {result}</source>
        <translation>gemessen: {result}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>entry {number} ({kind}, {time})</source>
        <translation>Eintrag {number} ({kind}, {time})</translation>
    </message>
    <message>
        <source>its columns are of other types</source>
        <translation>seine Spalten sind von anderer Art</translation>
    </message>
    <message>
        <source>entry {number} is missing</source>
        <translation>Eintrag {number} fehlt</translation>
    </message>
    <message>
        <source>its content doesn&apos;t match its hash</source>
        <translation>sein Inhalt passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>it doesn&apos;t follow from the entry before</source>
        <translation>er folgt nicht aus dem Eintrag davor</translation>
    </message>
    <message>
        <source>its kind is unknown</source>
        <translation>seine Art ist unbekannt</translation>
    </message>
    <message>
        <source>{entry} can&apos;t be read: {error}</source>
        <translation>{entry} lässt sich nicht lesen: {error}</translation>
    </message>
    <message>
        <source>was altered or damaged: it doesn&apos;t begin with the creation of an audit</source>
        <translation>wurde verändert oder beschädigt: Der Anfang ist nicht das Anlegen eines Audits</translation>
    </message>
    <message>
        <source>holds entries that would take more than {limit} MiB of memory together</source>
        <translation>enthält Einträge, die zusammen mehr als {limit} MiB Speicher brauchen würden</translation>
    </message>
    <message>
        <source>holds no entry with the seal {seal}</source>
        <translation>enthält keinen Eintrag mit dem Siegel {seal}</translation>
    </message>
    <message>
        <source>was altered or damaged: {entry} is no longer there as it was</source>
        <translation>wurde verändert oder beschädigt: {entry} ist nicht mehr da, wie er war</translation>
    </message>
    <message>
        <source>was altered or damaged: at {entry}, {reason}</source>
        <translation>wurde verändert oder beschädigt: bei {entry}, {reason}</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>an unnamed machine</source>
        <translation>einer ungenannten Maschine</translation>
    </message>
    <message>
        <source>{user} on {host}, process {pid}, since {since}</source>
        <translation>{user} auf {host}, Prozess {pid}, seit {since}</translation>
    </message>
    <message>
        <source>no lock file can be made beside it ({why})</source>
        <translation>daneben lässt sich keine Sperrdatei anlegen ({why})</translation>
    </message>
    <message>
        <source>its file system offers no locks ({why})</source>
        <translation>das Dateisystem bietet keine Sperren ({why})</translation>
    </message>
    <message>
        <source>something else has its name</source>
        <translation>etwas anderes trägt ihren Namen</translation>
    </message>
    <message>
        <source>{path} exists already: choose another name, or open it.</source>
        <translation>{path} gibt es schon: Wählen Sie einen anderen Namen, oder öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be created: there is no folder {folder}.</source>
        <translation>{path} lässt sich nicht anlegen: Einen Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>{entry} reviews the answer {id}, which doesn&apos;t exist</source>
        <translation>{entry} prüft die Antwort {id}, die es nicht gibt</translation>
    </message>
    <message>
        <source>{path} has no answer {id!r}.</source>
        <translation>{path} hat keine Antwort {id!r}.</translation>
    </message>
    <message>
        <source>{path} was closed before all of it was read.</source>
        <translation>{path} wurde geschlossen, bevor alles gelesen war.</translation>
    </message>
    <message>
        <source>{path}: its lists would take more than {limit} MiB of memory together.</source>
        <translation>{path}: die Listen darin würden zusammen mehr als {limit} MiB Speicher brauchen.</translation>
    </message>
    <message>
        <source>{path}: content {sha256} can&apos;t be read: {error}</source>
        <translation>{path}: Der Inhalt {sha256} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>it isn&apos;t the creation of an audit</source>
        <translation>er ist nicht das Anlegen eines Audits</translation>
    </message>
    <message>
        <source>an audit is created only once</source>
        <translation>ein Audit wird nur einmal angelegt</translation>
    </message>
    <message>
        <source>its payload isn&apos;t written as Bartizan writes it</source>
        <translation>sein Inhalt ist nicht so geschrieben, wie Bartizan ihn schreibt</translation>
    </message>
    <message>
        <source>the audit was signed before it and not opened again</source>
        <translation>das Audit wurde vor ihm unterschrieben und nicht wieder geöffnet</translation>
    </message>
    <message>
        <source>an attached file has another size than it says</source>
        <translation>eine angehängte Datei hat eine andere Größe, als er sagt</translation>
    </message>
    <message>
        <source>there is no state {state}</source>
        <translation>einen Zustand {state} gibt es nicht</translation>
    </message>
    <message>
        <source>there is no verdict {verdict}</source>
        <translation>ein Urteil {verdict} gibt es nicht</translation>
    </message>
    <message>
        <source>it reviews an answer that doesn&apos;t exist</source>
        <translation>er prüft eine Antwort, die es nicht gibt</translation>
    </message>
    <message>
        <source>it reviews an answer of the same person, in an audit that isn&apos;t marked as that of a single one</source>
        <translation>er prüft eine Antwort derselben Person, und das Audit ist nicht als das einer einzigen gekennzeichnet</translation>
    </message>
    <message>
        <source>it doesn&apos;t name the seal of the revision before</source>
        <translation>er nennt nicht das Siegel der Revision davor</translation>
    </message>
    <message>
        <source>{path} was altered or damaged, first at {entry}: {reason}.</source>
        <translation>{path} wurde verändert oder beschädigt, zuerst bei {entry}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is damaged, first at entry {number}: {error}.</source>
        <translation>{path} ist beschädigt, zuerst bei Eintrag {number}: {error}.</translation>
    </message>
    <message>
        <source>{path} was altered or damaged, first at entry 1: it is missing.</source>
        <translation>{path} wurde verändert oder beschädigt, zuerst bei Eintrag 1: Er fehlt.</translation>
    </message>
    <message>
        <source>it can&apos;t be found</source>
        <translation>er ist nicht zu finden</translation>
    </message>
    <message>
        <source>{path} was altered: its content {digest} is named by no entry.</source>
        <translation>{path} wurde verändert: Den Inhalt {digest} nennt kein Eintrag.</translation>
    </message>
    <message>
        <source>{path} is damaged outside of its entries: {state}.</source>
        <translation>{path} ist außerhalb seiner Einträge beschädigt: {state}.</translation>
    </message>
    <message>
        <source>{path} is damaged or altered in its header: {odd}.</source>
        <translation>{path} ist im Dateikopf beschädigt oder verändert: {odd}.</translation>
    </message>
    <message>
        <source>{path} is whole, but has grown since the seal was noted: {added} of its {entries} entries came after, first entry {first}.</source>
        <translation>{path} ist vollständig, aber gewachsen, seit das Siegel notiert wurde: {added} der {entries} Einträge kamen danach, der erste ist Eintrag {first}.</translation>
    </message>
    <message>
        <source>{path} doesn&apos;t hold the entry with the noted seal: its last entries were removed or rewritten after entry {entries}, or the seal is that of another audit.</source>
        <translation>{path} enthält den Eintrag mit dem notierten Siegel nicht: Die letzten Einträge wurden nach Eintrag {entries} entfernt oder neu geschrieben, oder das Siegel ist das eines anderen Audits.</translation>
    </message>
    <message>
        <source>{given!r}: is not an address; write [user@]host[:port].</source>
        <translation>{given!r}: ist keine Adresse; schreiben Sie [benutzer@]host[:port].</translation>
    </message>
    <message>
        <source>{given!r}: {user!r} is not a user name; write user@host:port.</source>
        <translation>{given!r}: {user!r} ist kein Benutzername; schreiben Sie benutzer@host:port.</translation>
    </message>
    <message>
        <source>A password must not stand in an address; give it when asked, or by --secrets.</source>
        <translation>Ein Passwort darf nicht in einer Adresse stehen; geben Sie es an, wenn Sie gefragt werden, oder mit --secrets.</translation>
    </message>
    <message>
        <source>ssh://...: is not an address; write ssh://user@host:port.</source>
        <translation>ssh://...: ist keine Adresse; schreiben Sie ssh://benutzer@host:port.</translation>
    </message>
    <message>
        <source>{given!r}: write ssh://user@host:port without a path.</source>
        <translation>{given!r}: Schreiben Sie ssh://benutzer@host:port ohne Pfad.</translation>
    </message>
    <message>
        <source>{given!r}: what stands in brackets must be an IPv6 address.</source>
        <translation>{given!r}: Was in eckigen Klammern steht, muss eine IPv6-Adresse sein.</translation>
    </message>
    <message>
        <source>{given!r}: write an IPv6 address in brackets: [{text}].</source>
        <translation>{given!r}: Schreiben Sie eine IPv6-Adresse in eckigen Klammern: [{text}].</translation>
    </message>
    <message>
        <source>{given!r}: the host is missing; write [user@]host[:port].</source>
        <translation>{given!r}: der Host fehlt; schreiben Sie [benutzer@]host[:port].</translation>
    </message>
    <message>
        <source>{given!r}: {host!r} is not a host name or address; write [user@]host[:port].</source>
        <translation>{given!r}: {host!r} ist kein Name oder Adresse eines Hosts; schreiben Sie [benutzer@]host[:port].</translation>
    </message>
    <message>
        <source>{given!r}: {text!r} is not a port; give a number from 1 to {most}.</source>
        <translation>{given!r}: {text!r} ist kein Port; geben Sie eine Zahl von 1 bis {most} an.</translation>
    </message>
    <message>
        <source>{tag!r}: is no tag; write up to {most} characters on one line.</source>
        <translation>{tag!r}: ist kein Etikett; schreiben Sie bis zu {most} Zeichen auf einer Zeile.</translation>
    </message>
    <message>
        <source>{names}: given twice; name each target once.</source>
        <translation>{names}: zweimal angegeben; nennen Sie jedes Ziel einmal.</translation>
    </message>
    <message>
        <source>Seen on {target} on {date}.</source>
        <translation>Am {date} gesehen: {target}.</translation>
    </message>
    <message>
        <source>Checked against the written procedure on {date}; see the attached record.</source>
        <translation>Am {date} mit dem schriftlichen Verfahren verglichen; siehe den angehängten Nachweis.</translation>
    </message>
    <message>
        <source>Interview with the person in charge on {date}.</source>
        <translation>Gespräch mit der zuständigen Person am {date}.</translation>
    </message>
    <message>
        <source>Doesn&apos;t apply: {target} doesn&apos;t have this function.</source>
        <translation>Trifft nicht zu, diese Funktion gibt es hier nicht: {target}.</translation>
    </message>
    <message>
        <source>Not met; a change has been ordered.</source>
        <translation>Nicht erfüllt; eine Änderung ist beauftragt.</translation>
    </message>
    <message>
        <source>Accepted for now: the risk is known and a replacement is planned.</source>
        <translation>Vorerst hingenommen: Das Risiko ist bekannt, und ein Ersatz ist geplant.</translation>
    </message>
    <message>
        <source>{path}: has more than {most} KiB; keep fewer templates.</source>
        <translation>{path}: hat mehr als {most} KiB; halten Sie weniger Vorlagen vor.</translation>
    </message>
    <message>
        <source>{path}: isn&apos;t written in UTF-8; save it so.</source>
        <translation>{path}: ist nicht in UTF-8 geschrieben; speichern Sie die Datei so.</translation>
    </message>
    <message>
        <source>{others} and {last} have the same SSH host key ({key}): either they are one machine under several names, or they were cloned and each can pose as the other; then delete /etc/ssh/ssh_host_* on the copies and run ssh-keygen -A there.</source>
        <translation>{others} und {last} haben denselben SSH-Hostschlüssel ({key}): Entweder sind sie eine Maschine unter mehreren Namen, oder sie wurden geklont und jede kann sich als die andere ausgeben; löschen Sie dann auf den Kopien /etc/ssh/ssh_host_* und führen Sie dort ssh-keygen -A aus.</translation>
    </message>
    <message>
        <source>{others} and {last} are the same address ({place}): both are audited, so what is found there counts more than once; remove all but one.</source>
        <translation>{others} und {last} sind dieselbe Adresse ({place}): Beide werden geprüft, was dort gefunden wird, zählt also mehrfach; entfernen Sie alle bis auf eine.</translation>
    </message>
    <message>
        <source>{others} and {last} are the same address ({place}): each is audited, so what is found there counts more than once; remove all but one.</source>
        <translation>{others} und {last} sind dieselbe Adresse ({place}): Jede wird geprüft, was dort gefunden wird, zählt also mehrfach; entfernen Sie alle bis auf eine.</translation>
    </message>
    <message>
        <source>{error}; this came after the connection had been lost, and what came before is kept.</source>
        <translation>{error}; das kam, nachdem die Verbindung verloren war, und was vorher kam, ist erhalten.</translation>
    </message>
    <message>
        <source>{loss}; the second try met this: {error}</source>
        <translation>{loss}; der zweite Versuch ergab: {error}</translation>
    </message>
    <message>
        <source>{target}: after the connection had been lost, another host key answered ({now}, before it was {before}), so nothing more was asked; find out who answers at that address, what came before is kept.</source>
        <translation>{target}: Nachdem die Verbindung verloren war, antwortete ein anderer Hostschlüssel ({now}, davor war es {before}), daher wurde nichts weiter gefragt; finden Sie heraus, wer unter dieser Adresse antwortet, was vorher kam, ist erhalten.</translation>
    </message>
    <message>
        <source>the agent&apos;s list of keys can&apos;t be read</source>
        <translation>die Schlüsselliste des Agents ist nicht lesbar</translation>
    </message>
    <message>
        <source>the agent&apos;s signature can&apos;t be read</source>
        <translation>die Signatur des Agents ist nicht lesbar</translation>
    </message>
    <message>
        <source>the agent&apos;s answer has an impossible size</source>
        <translation>die Antwort des Agents hat eine unmögliche Größe</translation>
    </message>
    <message>
        <source>the agent does not answer</source>
        <translation>der Agent antwortet nicht</translation>
    </message>
    <message>
        <source>the agent refused</source>
        <translation>der Agent lehnte ab</translation>
    </message>
    <message>
        <source>the agent hung up</source>
        <translation>der Agent hat aufgelegt</translation>
    </message>
    <message>
        <source>greetings without an end</source>
        <translation>Begrüßungen ohne Ende</translation>
    </message>
    <message>
        <source>{target} sent answers that were missing, doubled or out of order, so nothing after them is believed; look at that host&apos;s shell and SSH server.</source>
        <translation>{target} sendete Antworten, die fehlten, doppelt oder in falscher Reihenfolge kamen, daher wird nichts danach geglaubt; sehen Sie nach Shell und SSH-Server dieses Hosts.</translation>
    </message>
    <message>
        <source>{target}: the time for this host was over before everything was answered; allow more with --deadline.</source>
        <translation>{target}: Die Zeit für diesen Host war um, bevor alles beantwortet war; lassen Sie mit --deadline mehr zu.</translation>
    </message>
    <message>
        <source>{target}: the login worked, but the shell gave no answer within {seconds:g} s; try `ssh` to that host by hand and look at its start files.</source>
        <translation>{target}: Die Anmeldung gelang, aber die Shell antwortete nicht innerhalb von {seconds:g} s; versuchen Sie `ssh` zu diesem Host von Hand, und sehen Sie nach seinen Startdateien.</translation>
    </message>
    <message>
        <source>{target} did not end probe {probe} at its limit of {limit} s; the host may be overloaded.</source>
        <translation>{target} beendete die Abfrage {probe} nicht an ihrer Grenze von {limit} s; der Host ist vielleicht überlastet.</translation>
    </message>
    <message>
        <source>{target}: the account&apos;s password has expired; log in there by hand once and set a new one.</source>
        <translation>{target}: Das Passwort des Kontos ist abgelaufen; melden Sie sich dort einmal von Hand an, und setzen Sie ein neues.</translation>
    </message>
    <message>
        <source>{target}: the login worked, but /bin/sh could not be run there{said}; give that account a POSIX login shell or take another account.</source>
        <translation>{target}: Die Anmeldung gelang, aber /bin/sh ließ sich dort nicht ausführen{said}; geben Sie dem Konto eine POSIX-Login-Shell, oder nehmen Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>{target}: the host sent more than it was allowed to after {frames} answers, as no SSH server does; what came is kept, look at that host.</source>
        <translation>{target}: Der Host sendete nach {frames} Antworten mehr, als er durfte, wie es kein SSH-Server tut; was kam, ist erhalten, sehen Sie nach diesem Host.</translation>
    </message>
    <message>
        <source>{target}: this computer was suspended while it looked, after {frames} answers; what came is kept, look at that host again for the rest.</source>
        <translation>{target}: Dieser Rechner war im Ruhezustand, während er ansah, nach {frames} Antworten; was kam, ist erhalten, sehen Sie diesen Host für den Rest noch einmal an.</translation>
    </message>
    <message>
        <source>{target}: the host gave no sign of life for {seconds:g} s, after {frames} answers; what came is kept, look at the network and at firewalls on the way, and then at that host again.</source>
        <translation>{target}: Der Host gab {seconds:g} s lang kein Lebenszeichen, nach {frames} Antworten; was kam, ist erhalten, sehen Sie nach dem Netz und nach Firewalls auf dem Weg, und dann diesen Host noch einmal an.</translation>
    </message>
    <message>
        <source>, as the jump host {jump} went away</source>
        <translation>, als der Sprunghost {jump} wegfiel</translation>
    </message>
    <message>
        <source>{target}: the connection was lost after {frames} answers{at}; what came is kept, look at that host again for the rest.</source>
        <translation>{target}: Die Verbindung ging nach {frames} Antworten verloren{at}; was kam, ist erhalten, sehen Sie diesen Host für den Rest noch einmal an.</translation>
    </message>
    <message>
        <source> (it said: {words})</source>
        <translation> (er sagte: {words})</translation>
    </message>
    <message>
        <source>is not valid before {time}</source>
        <translation>gilt erst ab {time}</translation>
    </message>
    <message>
        <source>expired at {time}</source>
        <translation>ist abgelaufen: {time}</translation>
    </message>
    <message>
        <source>a time that no calendar holds</source>
        <translation>einer Zeit, die kein Kalender kennt</translation>
    </message>
    <message>
        <source>{where}: its host key {error}, so nothing was sent; look at that host&apos;s SSH server, and at what stands between.</source>
        <translation>{where}: Sein Hostschlüssel {error}, daher wurde nichts gesendet; sehen Sie nach dem SSH-Server dieses Hosts, und nach dem, was dazwischen steht.</translation>
    </message>
    <message>
        <source>{where}: the host sent {error} in the key exchange, as no SSH server does; look at that host.</source>
        <translation>{where}: Der Host sendete {error} im Schlüsselaustausch, wie es kein SSH-Server tut; sehen Sie nach diesem Host.</translation>
    </message>
    <message>
        <source>{where}: what answers there is no SSH server; check address and port.</source>
        <translation>{where}: Was dort antwortet, ist kein SSH-Server; prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>{where}: the key exchange broke off{said}; look at that host&apos;s SSH server and its log.</source>
        <translation>{where}: Der Schlüsselaustausch brach ab{said}; sehen Sie nach dem SSH-Server dieses Hosts und seinem Protokoll.</translation>
    </message>
    <message>
        <source>{where}: the key exchange was not done after {seconds:g} s; the host may be overloaded, allow more with --connect-timeout.</source>
        <translation>{where}: Der Schlüsselaustausch war nach {seconds:g} s nicht fertig; der Host ist vielleicht überlastet, lassen Sie mit --connect-timeout mehr zu.</translation>
    </message>
    <message>
        <source>sent its SSH greeting too slowly</source>
        <translation>kam die SSH-Begrüßung zu langsam</translation>
    </message>
    <message>
        <source>sent no SSH greeting</source>
        <translation>kam keine SSH-Begrüßung</translation>
    </message>
    <message>
        <source>{where}: connected, but it {slow} within {seconds:g} s; check that port, or allow more with --connect-timeout.</source>
        <translation>{where}: verbunden, aber innerhalb von {seconds:g} s {slow}; prüfen Sie diesen Port, oder lassen Sie mit --connect-timeout mehr zu.</translation>
    </message>
    <message>
        <source>key exchanges</source>
        <translation>Schlüsselaustauschverfahren</translation>
    </message>
    <message>
        <source>types of host keys</source>
        <translation>Arten von Hostschlüsseln</translation>
    </message>
    <message>
        <source>ciphers</source>
        <translation>Chiffren</translation>
    </message>
    <message>
        <source>message codes</source>
        <translation>Prüfcodes für Nachrichten</translation>
    </message>
    <message>
        <source>{where}: the host offers only {what} that are no longer safe ({listed}); bring its SSH server up to date{opt_in}.</source>
        <translation>{where}: Der Host bietet nur {what} an, die nicht mehr sicher sind ({listed}); bringen Sie seinen SSH-Server auf den neuesten Stand{opt_in}.</translation>
    </message>
    <message>
        <source>{where}: the host offers only {what} that Bartizan does not speak ({listed}); allow one of {ours} there ({setting} in sshd_config).</source>
        <translation>{where}: Der Host bietet nur {what} an, die Bartizan nicht spricht ({listed}); erlauben Sie dort eines von {ours} ({setting} in sshd_config).</translation>
    </message>
    <message>
        <source>{where}: the host speaks only SSH that is no longer safe; bring its SSH server up to date.</source>
        <translation>{where}: Der Host spricht nur SSH, das nicht mehr sicher ist; bringen Sie seinen SSH-Server auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>, or allow outdated algorithms for this host alone (legacy_algorithms: true in the inventory, or --legacy-algorithms {target}), which the audit then reports as a finding</source>
        <translation>, oder erlauben Sie veraltete Algorithmen allein für diesen Host (legacy_algorithms: true im Inventar, oder --legacy-algorithms {target}), was das Audit dann als Befund meldet</translation>
    </message>
    <message>
        <source>{where}: its host key is {error}, too short to be safe; give that host a new one (ssh-keygen -A makes those that are missing){way_out}.</source>
        <translation>{where}: Sein Hostschlüssel ist {error} und damit zu kurz, um sicher zu sein; geben Sie diesem Host einen neuen (ssh-keygen -A erzeugt fehlende){way_out}.</translation>
    </message>
    <message>
        <source>{where}: connecting was cancelled.</source>
        <translation>{where}: Das Verbinden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>an RSA key of {bits} bits</source>
        <translation>ein RSA-Schlüssel mit {bits} Bit</translation>
    </message>
    <message>
        <source>a group for the key exchange that can&apos;t be read</source>
        <translation>eine nicht lesbare Gruppe für den Schlüsselaustausch</translation>
    </message>
    <message>
        <source>a group of {bits} bits for the key exchange that is unsafe</source>
        <translation>eine unsichere Gruppe von {bits} Bit für den Schlüsselaustausch</translation>
    </message>
    <message>
        <source>{where}: {value!r} would mean more than a name to the shell that runs its ProxyCommand, so it is not run; take a plain name.</source>
        <translation>{where}: {value!r} wäre für die Shell, die seinen ProxyCommand ausführt, mehr als ein Name, daher wird er nicht ausgeführt; nehmen Sie einen einfachen Namen.</translation>
    </message>
    <message>
        <source>{where}: nothing is known for {error} in its ProxyJump or ProxyCommand; mend the SSH configuration.</source>
        <translation>{where}: Für {error} in seinem ProxyJump oder ProxyCommand ist nichts bekannt; berichtigen Sie die SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>{where}: {name} is this computer and no jump host; mend proxy_jump.</source>
        <translation>{where}: {name} ist dieser Rechner und kein Sprunghost; berichtigen Sie proxy_jump.</translation>
    </message>
    <message>
        <source>{where}: its jump host can&apos;t be used: {error}</source>
        <translation>{where}: Sein Sprunghost ist nicht verwendbar: {error}</translation>
    </message>
    <message>
        <source>{where}: its jump hosts lead in a circle: {name} is needed to reach itself; mend proxy_jump or ProxyJump (a block for all hosts leaves the jump host out as `Host * !name`).</source>
        <translation>{where}: Seine Sprunghosts führen im Kreis: {name} wird gebraucht, um {name} zu erreichen; berichtigen Sie proxy_jump oder ProxyJump (ein Block für alle Hosts nimmt den Sprunghost aus, als `Host * !name`).</translation>
    </message>
    <message>
        <source>{where}: more than {most} jump hosts lead to it; mend proxy_jump or ProxyJump.</source>
        <translation>{where}: Mehr als {most} Sprunghosts führen dorthin; berichtigen Sie proxy_jump oder ProxyJump.</translation>
    </message>
    <message>
        <source>{where}: {jump} could not reach it within {seconds:g} s; check the address and the network between them.</source>
        <translation>{where}: {jump} konnte ihn nicht innerhalb von {seconds:g} s erreichen; prüfen Sie die Adresse und das Netz zwischen ihnen.</translation>
    </message>
    <message>
        <source>{where}: the jump host {jump} does not let {user} through to it; allow TCP forwarding there for that account (AllowTcpForwarding, PermitOpen), or take another way.</source>
        <translation>{where}: Der Sprunghost {jump} lässt {user} nicht zu ihm durch; erlauben Sie dort TCP-Weiterleitung für dieses Konto (AllowTcpForwarding, PermitOpen), oder nehmen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>{where}: the jump host {jump} can&apos;t connect to it; check that address and port as that host sees them, and that the SSH server there runs.</source>
        <translation>{where}: Der Sprunghost {jump} kann sich nicht mit ihm verbinden; prüfen Sie Adresse und Port, wie jener Host sie sieht, und dass der SSH-Server dort läuft.</translation>
    </message>
    <message>
        <source>{where}: the jump host {jump} hung up; look at that host&apos;s log and try again.</source>
        <translation>{where}: Der Sprunghost {jump} hat aufgelegt; sehen Sie in das Protokoll jenes Hosts, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{where}: the jump host {jump} did not connect to it ({words}); check the address, and that the jump host allows TCP forwarding.</source>
        <translation>{where}: Der Sprunghost {jump} verband sich nicht mit ihm ({words}); prüfen Sie die Adresse, und dass der Sprunghost TCP-Weiterleitung erlaubt.</translation>
    </message>
    <message>
        <source>{error} It is the jump host on the way to {target}.</source>
        <translation>{error} Es ist der Sprunghost auf dem Weg zu {target}.</translation>
    </message>
    <message>
        <source>, and it is none that --host-key names</source>
        <translation>, und er ist keiner, den --host-key nennt</translation>
    </message>
    <message>
        <source>{where}: its host key {shown} could not be stored in {path} ({why}); make that file writable, or add the key to known_hosts.</source>
        <translation>{where}: Sein Hostschlüssel {shown} ließ sich nicht in {path} speichern ({why}); machen Sie diese Datei beschreibbar, oder fügen Sie den Schlüssel den known_hosts hinzu.</translation>
    </message>
    <message>
        <source>{where}: the list of revoked host keys {path} can&apos;t be read ({why}), so no key is believed; mend RevokedHostKeys in the SSH configuration.</source>
        <translation>{where}: Die Liste gesperrter Hostschlüssel {path} ist nicht lesbar ({why}), daher wird keinem Schlüssel geglaubt; berichtigen Sie RevokedHostKeys in der SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>{where}: the list of revoked host keys {path} is one in binary form, which Bartizan does not read, so no key is believed; list the public keys as text, one a line.</source>
        <translation>{where}: Die Liste gesperrter Hostschlüssel {path} hat binäre Form, die Bartizan nicht liest, daher wird keinem Schlüssel geglaubt; führen Sie die öffentlichen Schlüssel als Text auf, einen je Zeile.</translation>
    </message>
    <message>
        <source>{where}: {fingerprint} is listed as revoked in {path}; don&apos;t log in there, and ask who runs that host for its new key.</source>
        <translation>{where}: {fingerprint} ist in {path} als gesperrt aufgeführt; melden Sie sich dort nicht an, und fragen Sie die Betreiber dieses Hosts nach seinem neuen Schlüssel.</translation>
    </message>
    <message>
        <source>{where}: the known_hosts file {path} can&apos;t be read ({why}), so no key is believed; mend its permissions or name another file.</source>
        <translation>{where}: Die known_hosts-Datei {path} ist nicht lesbar ({why}), deshalb wird keinem Schlüssel geglaubt; berichtigen Sie ihre Rechte oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>the host key {shown}</source>
        <translation>Der Hostschlüssel {shown}</translation>
    </message>
    <message>
        <source>the certificate authority {fingerprint}</source>
        <translation>Die Zertifizierungsstelle {fingerprint}</translation>
    </message>
    <message>
        <source>{where}: {what} is marked as revoked in {path}, line {line}; don&apos;t log in there, and ask who runs that host for its new key.</source>
        <translation>{where}: {what} ist in {path}, Zeile {line}, als gesperrt gekennzeichnet; melden Sie sich dort nicht an, und fragen Sie die Betreiber dieses Hosts nach seinem neuen Schlüssel.</translation>
    </message>
    <message>
        <source>is signed by {fingerprint}, which is no authority for this host</source>
        <translation>ist von {fingerprint} unterschrieben, und das ist keine Zertifizierungsstelle für diesen Host</translation>
    </message>
    <message>
        <source>is one for users, not for hosts</source>
        <translation>ist eines für Benutzer, nicht für Hosts</translation>
    </message>
    <message>
        <source>has critical options that nobody knows</source>
        <translation>hat kritische Optionen, die niemand kennt</translation>
    </message>
    <message>
        <source>is for {names}</source>
        <translation>gilt für {names}</translation>
    </message>
    <message>
        <source> (the certificate that the host showed {fault})</source>
        <translation> (das Zertifikat, das der Host zeigte, {fault})</translation>
    </message>
    <message>
        <source> (known_hosts has a certificate authority for it, but the host showed a plain key)</source>
        <translation> (known_hosts hat eine Zertifizierungsstelle dafür, aber der Host zeigte einen einfachen Schlüssel)</translation>
    </message>
    <message>
        <source>{where}: the host showed the key {shown} ({kind}), but {expected} is the only one that its host_key allows: either the host was set up anew or someone sits in between, and nothing was sent; ask who runs it, and for a host with keys of several types name that of the type shown.</source>
        <translation>{where}: Der Host zeigte den Schlüssel {shown} ({kind}), aber {expected} ist der einzige, den sein host_key erlaubt: Entweder wurde der Host neu aufgesetzt, oder jemand sitzt dazwischen, und nichts wurde gesendet; fragen Sie die Betreiber, und nennen Sie bei einem Host mit Schlüsseln mehrerer Arten den der gezeigten Art.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>{where}: the host key has CHANGED from {before} ({path}, line {line}) to {shown}: either the host was set up anew or someone sits in between, and nothing was sent; once whoever runs the host confirms the new fingerprint, take the old key out by hand ({remedies}) and connect again.</source>
        <translation>{where}: Der Hostschlüssel hat sich GEÄNDERT, von {before} ({path}, Zeile {line}) zu {shown}: Entweder wurde der Host neu aufgesetzt, oder jemand sitzt dazwischen, und nichts wurde gesendet; sobald die Betreiber des Hosts den neuen Fingerabdruck bestätigen, nehmen Sie den alten Schlüssel von Hand heraus ({remedies}), und verbinden Sie neu.</translation>
    </message>
    <message>
        <source>; the same key was seen at {names} and {n} more</source>
        <translation>; derselbe Schlüssel wurde bei {names} und {n} weiteren gesehen</translation>
    </message>
    <message>
        <source>; the same key was seen at {names}</source>
        <translation>; derselbe Schlüssel wurde bei {names} gesehen</translation>
    </message>
    <message>
        <source>{where}: nobody has confirmed its host key {shown} ({kind}) yet{why}{same}; compare it with what the host&apos;s administrator says and accept it in the wizard or with --host-key, or add it to known_hosts, or use --accept-new-host-keys.</source>
        <translation>{where}: Noch niemand hat seinen Hostschlüssel {shown} ({kind}) bestätigt{why}{same}; vergleichen Sie ihn mit dem, was die Administration des Hosts sagt, und nehmen Sie ihn im Assistenten oder mit --host-key an, fügen Sie ihn den known_hosts hinzu, oder nehmen Sie --accept-new-host-keys.</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>ist nicht lesbar</translation>
    </message>
    <message>
        <source>is not held by what answers there: its signature is wrong</source>
        <translation>gehört nicht dem, was dort antwortet: Seine Signatur ist falsch</translation>
    </message>
    <message>
        <source>has a certificate whose own signature can&apos;t be verified</source>
        <translation>hat ein Zertifikat, dessen eigene Signatur sich nicht prüfen lässt</translation>
    </message>
    <message>
        <source>is not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>gives no list of keys ({error})</source>
        <translation>gibt keine Liste von Schlüsseln ({error})</translation>
    </message>
    <message>
        <source>holds no key; it is empty, or locked (ssh-add -X opens it)</source>
        <translation>hält keinen Schlüssel; er ist leer oder gesperrt (ssh-add -X öffnet ihn)</translation>
    </message>
    <message>
        <source>holds keys</source>
        <translation>hält Schlüssel</translation>
    </message>
    <message>
        <source>holds no key of the files that IdentitiesOnly leaves</source>
        <translation>hält keinen Schlüssel der Dateien, die IdentitiesOnly übrig lässt</translation>
    </message>
    <message>
        <source>{where}: the private key {file} can&apos;t be read ({why}); name another one.</source>
        <translation>{where}: Der private Schlüssel {file} ist nicht lesbar ({why}); nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{where}: the private key {path} can be read by others (mode {mode:04o}), so it is not used, as ssh does not use it; run chmod 600 on it.</source>
        <translation>{where}: Der private Schlüssel {path} ist für andere lesbar (Modus {mode:04o}), daher wird er nicht benutzt, wie auch ssh ihn nicht benutzt; setzen Sie ihn mit chmod 600.</translation>
    </message>
    <message>
        <source>{where}: the private key {path} has a passphrase and none was given; give it, or add the key to the agent with ssh-add.</source>
        <translation>{where}: Der private Schlüssel {path} hat eine Passphrase, und es wurde keine angegeben; geben Sie sie an, oder fügen Sie den Schlüssel mit ssh-add dem Agent hinzu.</translation>
    </message>
    <message>
        <source>{where}: the passphrase does not open the private key {path}; correct it.</source>
        <translation>{where}: Die Passphrase öffnet den privaten Schlüssel {path} nicht; berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>is a PuTTY key, which only PuTTY reads; convert it with `puttygen KEY.ppk -O private-openssh -o KEY` and name the new file.</source>
        <translation>ist ein PuTTY-Schlüssel, den nur PuTTY liest; wandeln Sie ihn mit `puttygen KEY.ppk -O private-openssh -o KEY` um, und nennen Sie die neue Datei.</translation>
    </message>
    <message>
        <source>is a public key, and the agent {agent}; name the private key, or add it to the agent with ssh-add.</source>
        <translation>ist ein öffentlicher Schlüssel, und der Agent {agent}; nennen Sie den privaten Schlüssel, oder fügen Sie ihn mit ssh-add dem Agent hinzu.</translation>
    </message>
    <message>
        <source>is a certificate; name the private key that it belongs to.</source>
        <translation>ist ein Zertifikat; nennen Sie den privaten Schlüssel, zu dem es gehört.</translation>
    </message>
    <message>
        <source>is a DSA key, which no current SSH server takes; make a new one with ssh-keygen -t ed25519.</source>
        <translation>ist ein DSA-Schlüssel, den kein heutiger SSH-Server nimmt; erzeugen Sie einen neuen mit ssh-keygen -t ed25519.</translation>
    </message>
    <message>
        <source>is the handle of a security key, which signs through the agent alone, and the agent {agent}; add it with ssh-add.</source>
        <translation>ist der Verweis auf einen Sicherheitsschlüssel, der nur über den Agent signiert, und der Agent {agent}; fügen Sie ihn mit ssh-add hinzu.</translation>
    </message>
    <message>
        <source>is no private key that Bartizan can use (ed25519, ecdsa or rsa); name another one.</source>
        <translation>ist kein privater Schlüssel, den Bartizan verwenden kann (ed25519, ecdsa oder rsa); nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>does not hold its private half</source>
        <translation>hält die private Hälfte nicht</translation>
    </message>
    <message>
        <source>{where}: the certificate {path} can&apos;t be read ({why}); name another one.</source>
        <translation>{where}: Das Zertifikat {path} ist nicht lesbar ({why}); nennen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{path} is no OpenSSH certificate</source>
        <translation>{path} ist kein OpenSSH-Zertifikat</translation>
    </message>
    <message>
        <source>{where}: {path} is no OpenSSH certificate; ssh-keygen -s makes one.</source>
        <translation>{where}: {path} ist kein OpenSSH-Zertifikat; ssh-keygen -s erzeugt eines.</translation>
    </message>
    <message>
        <source>the certificate {path} belongs to another key than {file}</source>
        <translation>das Zertifikat {path} gehört zu einem anderen Schlüssel als {file}</translation>
    </message>
    <message>
        <source>{path} is a certificate for hosts, not for users</source>
        <translation>{path} ist ein Zertifikat für Hosts, nicht für Benutzer</translation>
    </message>
    <message>
        <source>the certificate {path} {fault}</source>
        <translation>das Zertifikat {path} {fault}</translation>
    </message>
    <message>
        <source>the certificate {path} is for {names}, not for {user}</source>
        <translation>das Zertifikat {path} gilt für {names}, nicht für {user}</translation>
    </message>
    <message>
        <source>a hashed name in {path}, line {line}</source>
        <translation>ein unkenntlich gemachter Name in {path}, Zeile {line}</translation>
    </message>
    <message>
        <source>edit line {line} of {path}, which is about other hosts too</source>
        <translation>Zeile {line} von {path} bearbeiten, die auch andere Hosts betrifft</translation>
    </message>
    <message>
        <source>This computer can&apos;t run {shell} ({why}); Bartizan needs a POSIX shell.</source>
        <translation>Dieser Rechner kann {shell} nicht ausführen ({why}); Bartizan braucht eine POSIX-Shell.</translation>
    </message>
    <message>
        <source>a key is to be used but no key file is named; name it.</source>
        <translation>ein Schlüssel soll verwendet werden, aber keine Schlüsseldatei ist genannt; nennen Sie sie.</translation>
    </message>
    <message>
        <source>a password is to be used but there is none; give it with `bartizan login` or --secrets.</source>
        <translation>ein Passwort soll verwendet werden, aber es gibt keines; geben Sie es mit `bartizan login` oder --secrets an.</translation>
    </message>
    <message>
        <source>Passphrase of the key {file}:</source>
        <translation>Passphrase des Schlüssels {file}:</translation>
    </message>
    <message>
        <source>Password of {user}:</source>
        <translation>Passwort von {user}:</translation>
    </message>
    <message>
        <source>; {files} is there, but no key is offered unasked</source>
        <translation>; {files} ist da, aber ungefragt wird kein Schlüssel angeboten</translation>
    </message>
    <message>
        <source>; {files} are there, but no key is offered unasked</source>
        <translation>; {files} sind da, aber ungefragt wird kein Schlüssel angeboten</translation>
    </message>
    <message>
        <source>there is no key, password or agent to log in with (the agent {state}{unasked}); name a key with --identity or in the SSH config, add one to an agent, or keep a password with `bartizan login`.</source>
        <translation>es gibt keinen Schlüssel, kein Passwort und keinen Agent zum Anmelden (der Agent {state}{unasked}); nennen Sie einen Schlüssel mit --identity oder in der SSH-Konfiguration, fügen Sie einem Agent einen hinzu, oder bewahren Sie mit `bartizan login` ein Passwort auf.</translation>
    </message>
    <message>
        <source>{where}: nobody answered what the host asked within {seconds:g} s; try again.</source>
        <translation>{where}: Niemand beantwortete innerhalb von {seconds:g} s, was der Host fragte; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{where}: the login was not decided after {seconds:g} s; try `ssh` to that host by hand.</source>
        <translation>{where}: Die Anmeldung war nach {seconds:g} s nicht entschieden; versuchen Sie `ssh` zu diesem Host von Hand.</translation>
    </message>
    <message>
        <source>the SSH agent did not sign ({cause}); unlock it, or confirm when it asks.</source>
        <translation>der SSH-Agent signierte nicht ({cause}); entsperren Sie ihn, oder bestätigen Sie, wenn er fragt.</translation>
    </message>
    <message>
        <source>{where}: the host sent {cause} during the login, as no SSH server does; look at that host.</source>
        <translation>{where}: Der Host sendete {cause} während der Anmeldung, wie es kein SSH-Server tut; sehen Sie nach diesem Host.</translation>
    </message>
    <message>
        <source>{where}: the host takes no signature by a key of that type; name a key of another type (ssh-keygen -t ed25519 makes one).</source>
        <translation>{where}: Der Host nimmt keine Signatur eines Schlüssels dieser Art; nennen Sie einen Schlüssel anderer Art (ssh-keygen -t ed25519 erzeugt einen).</translation>
    </message>
    <message>
        <source>{where}: the host hung up during the login of {user}{said}; check the account and that host&apos;s log.</source>
        <translation>{where}: Der Host legte während der Anmeldung von {user} auf{said}; sehen Sie nach dem Konto und dem Protokoll dieses Hosts.</translation>
    </message>
    <message>
        <source>{where}: the password of {user} has expired; log in there by hand once and set a new one.</source>
        <translation>{where}: Das Passwort von {user} ist abgelaufen; melden Sie sich dort einmal von Hand an, und setzen Sie ein neues.</translation>
    </message>
    <message>
        <source>{where}: nobody answered what is needed to log in as {user}.</source>
        <translation>{where}: Niemand beantwortete, was zum Anmelden als {user} nötig ist.</translation>
    </message>
    <message>
        <source>{where}: the host accepted the first proof of {user} and wants another ({offered}) that can&apos;t be given here; audit it at a terminal or in the wizard, or take an account that needs only one.</source>
        <translation>{where}: Der Host nahm den ersten Beleg von {user} an und will einen weiteren ({offered}), der sich hier nicht geben lässt; prüfen Sie ihn an einem Terminal oder im Assistenten, oder nehmen Sie ein Konto, das nur einen braucht.</translation>
    </message>
    <message>
        <source>{where}: the host asks {user} for more than a password ({words}), and nobody is there to answer; audit it at a terminal or in the wizard, or take an account or a key that needs no second factor.</source>
        <translation>{where}: Der Host fragt {user} nach mehr als einem Passwort ({words}), und niemand ist da, der antwortet; prüfen Sie ihn an einem Terminal oder im Assistenten, oder nehmen Sie ein Konto oder einen Schlüssel ohne zweiten Faktor.</translation>
    </message>
    <message>
        <source>{where}: the host rejected the login of {user} (it accepts: {offered}){remarks}; check user name, key or password for that host.</source>
        <translation>{where}: Der Host wies die Anmeldung von {user} zurück (er nimmt: {offered}){remarks}; prüfen Sie Benutzername, Schlüssel oder Passwort für diesen Host.</translation>
    </message>
    <message>
        <source>{where}: a ProxyCommand can&apos;t be run on this system; use ProxyJump instead.</source>
        <translation>{where}: Ein ProxyCommand lässt sich auf diesem System nicht ausführen; nehmen Sie stattdessen ProxyJump.</translation>
    </message>
    <message>
        <source>{where}: the shell {shell} for its ProxyCommand can&apos;t be run ({error}); mend SHELL.</source>
        <translation>{where}: Die Shell {shell} für seinen ProxyCommand lässt sich nicht ausführen ({error}); berichtigen Sie SHELL.</translation>
    </message>
    <message>
        <source>try that command by hand, and mend it in the SSH configuration.</source>
        <translation>versuchen Sie diesen Befehl von Hand, und berichtigen Sie ihn in der SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>{where}: what its ProxyCommand ({name}) brought is no SSH greeting{told}; {remedy}</source>
        <translation>{where}: Was sein ProxyCommand ({name}) brachte, ist keine SSH-Begrüßung{told}; {remedy}</translation>
    </message>
    <message>
        <source>ended with status {status}</source>
        <translation>endete mit Status {status}</translation>
    </message>
    <message>
        <source>was ended by signal {number}</source>
        <translation>wurde durch Signal {number} beendet</translation>
    </message>
    <message>
        <source>{where}: its ProxyCommand ({name}) {how}{told}; {remedy}</source>
        <translation>{where}: Sein ProxyCommand ({name}) {how}{told}; {remedy}</translation>
    </message>
    <message>
        <source>{where}: its ProxyCommand ({name}) brought no SSH greeting in time{told}; {remedy}</source>
        <translation>{where}: Sein ProxyCommand ({name}) brachte nicht rechtzeitig eine SSH-Begrüßung{told}; {remedy}</translation>
    </message>
    <message>
        <source>{where}: nothing listens at that port{each}; check address and port, and that its SSH server runs.</source>
        <translation>{where}: Niemand lauscht an diesem Port{each}; prüfen Sie Adresse und Port, und dass der SSH-Server läuft.</translation>
    </message>
    <message>
        <source>there is no route to it</source>
        <translation>es gibt keinen Weg dorthin</translation>
    </message>
    <message>
        <source>no answer within the limit</source>
        <translation>keine Antwort innerhalb der Grenze</translation>
    </message>
    <message>
        <source>{where}: {why}{each}; check the address, the network and firewalls on the way, and that it is up.</source>
        <translation>{where}: {why}{each}; prüfen Sie die Adresse, das Netz und Firewalls auf dem Weg, und dass der Host läuft.</translation>
    </message>
    <message>
        <source>{where}: the connection was closed before any SSH greeting; the host may refuse this address, or allow no more connections at the moment: try again, and look at its SSH server.</source>
        <translation>{where}: Die Verbindung wurde vor jeder SSH-Begrüßung geschlossen; der Host lehnt vielleicht diese Adresse ab oder erlaubt gerade keine weiteren Verbindungen: Versuchen Sie es noch einmal, und sehen Sie nach seinem SSH-Server.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>kein Weg</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>{where}: BindAddress {source!r} is no address; mend it in the SSH configuration.</source>
        <translation>{where}: BindAddress {source!r} ist keine Adresse; berichtigen Sie das in der SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>{where}: it is no {version} address, which AddressFamily of the SSH configuration asks for; mend one of the two.</source>
        <translation>{where}: Das ist keine {version}-Adresse, die AddressFamily der SSH-Konfiguration verlangt; berichtigen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>check its spelling and this computer&apos;s name server.</source>
        <translation>prüfen Sie die Schreibweise und den Nameserver dieses Rechners.</translation>
    </message>
    <message>
        <source>could not be looked up in time</source>
        <translation>ließ sich nicht rechtzeitig auflösen</translation>
    </message>
    <message>
        <source>could not be looked up, as no name server answers</source>
        <translation>ließ sich nicht auflösen, denn kein Nameserver antwortet</translation>
    </message>
    <message>
        <source>has no {version} address</source>
        <translation>hat keine {version}-Adresse</translation>
    </message>
    <message>
        <source>check its spelling, and AddressFamily in the SSH configuration.</source>
        <translation>prüfen Sie die Schreibweise und AddressFamily in der SSH-Konfiguration.</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>{where}: the name {host!r} {why}; {remedy}</source>
        <translation>{where}: Der Name {host!r} {why}; {remedy}</translation>
    </message>
    <message>
        <source>{where}: this computer has no network interface {zone!r} for {address}; check that name.</source>
        <translation>{where}: Dieser Rechner hat keine Netzwerkschnittstelle {zone!r} für {address}; prüfen Sie diesen Namen.</translation>
    </message>
    <message>
        <source>{where}: the look was cancelled.</source>
        <translation>{where}: Das Ansehen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{where}: the login worked, but the host opened no session within {seconds:g} s; it may be overloaded, try again.</source>
        <translation>{where}: Die Anmeldung gelang, aber der Host öffnete innerhalb von {seconds:g} s keine Sitzung; er ist vielleicht überlastet, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{where}: the host hung up right after the login; look at that host&apos;s log.</source>
        <translation>{where}: Der Host legte gleich nach der Anmeldung auf; sehen Sie in das Protokoll dieses Hosts.</translation>
    </message>
    <message>
        <source>{where}: the login worked, but the host opens no shell for this account; allow sessions for it or take another account.</source>
        <translation>{where}: Die Anmeldung gelang, aber der Host öffnet für dieses Konto keine Shell; erlauben Sie ihm Sitzungen, oder nehmen Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>{kind} {word} of the SSH configuration was left out: nothing is known for {error}.</source>
        <translation>{kind} {word} der SSH-Konfiguration wurde ausgelassen: Für {error} ist nichts bekannt.</translation>
    </message>
    <message>
        <source>CanonicalizeHostname of the SSH configuration is not followed; give the whole names of hosts.</source>
        <translation>CanonicalizeHostname der SSH-Konfiguration wird nicht befolgt; geben Sie die ganzen Namen von Hosts an.</translation>
    </message>
    <message>
        <source>ProxyUseFdpass can&apos;t be followed; give a ProxyCommand that hands the data on, or ProxyJump.</source>
        <translation>ProxyUseFdpass lässt sich nicht befolgen; geben Sie einen ProxyCommand an, der die Daten weiterreicht, oder ProxyJump.</translation>
    </message>
    <message>
        <source>{path}, line {line}</source>
        <translation>{path}, Zeile {line}</translation>
    </message>
    <message>
        <source>{path} belongs to another user, so it is not read, as OpenSSH doesn&apos;t; make it your own (chown).</source>
        <translation>{path} gehört einem anderen Benutzer und wird daher nicht gelesen, wie auch OpenSSH es nicht tut; machen Sie die Datei zu Ihrer eigenen (chown).</translation>
    </message>
    <message>
        <source>{path} can be written by others (mode {mode:03o}), so it is not read, as OpenSSH doesn&apos;t; take that right away: chmod go-w {path}</source>
        <translation>{path} ist für andere beschreibbar (Modus {mode:03o}) und wird daher nicht gelesen, wie auch OpenSSH es nicht tut; nehmen Sie dieses Recht weg: chmod go-w {path}</translation>
    </message>
    <message>
        <source>{path}: too many files include each other; what stands there was left out.</source>
        <translation>{path}: Zu viele Dateien schließen einander ein; was dort steht, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{place}: `Match exec` was left out, because Bartizan runs no program to see what counts; name the hosts in a `Host` block, or set what they need in the inventory.</source>
        <translation>{place}: `Match exec` wurde ausgelassen, denn Bartizan führt kein Programm aus, um zu sehen, was gilt; nennen Sie die Hosts in einem `Host`-Block, oder setzen Sie im Inventar, was sie brauchen.</translation>
    </message>
    <message>
        <source>{place}: `Match {word}` was left out; Bartizan can&apos;t tell whether it fits.</source>
        <translation>{place}: `Match {word}` wurde ausgelassen; Bartizan kann nicht sagen, ob es zutrifft.</translation>
    </message>
    <message>
        <source>{place}: what stands behind {keyword} is not as ssh_config(5) says; mend it.</source>
        <translation>{place}: Was hinter {keyword} steht, ist nicht, wie ssh_config(5) es verlangt; berichtigen Sie es.</translation>
    </message>
    <message>
        <source>It was passed over.</source>
        <translation>Es wurde übergangen.</translation>
    </message>
    <message>
        <source>sudo is switched off for this host, so checks that need root were not run.</source>
        <translation>sudo ist für diesen Host abgeschaltet; Prüfungen, die root brauchen, wurden daher nicht ausgeführt.</translation>
    </message>
    <message>
        <source>there is neither sudo nor doas, so checks that need root were not run; log in as root or install sudo.</source>
        <translation>es gibt weder sudo noch doas; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; melden Sie sich als root an, oder installieren Sie sudo.</translation>
    </message>
    <message>
        <source>the password was kept back because sudo asks in words of its own ({asked}), so checks that need root were not run; let sudo ask this account for its password alone.</source>
        <translation>das Passwort wurde zurückgehalten, weil sudo in eigenen Worten fragt ({asked}); Prüfungen, die root brauchen, wurden daher nicht ausgeführt; lassen Sie sudo dieses Konto nur nach seinem Passwort fragen.</translation>
    </message>
    <message>
        <source>sudo gave no answer within {seconds:g} s, so checks that need root were not run; try it there by hand.</source>
        <translation>sudo antwortete nicht innerhalb von {seconds:g} s; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; versuchen Sie es dort von Hand.</translation>
    </message>
    <message>
        <source>sudo did not accept the password{whose}, so checks that need root were not run; correct it and look again.</source>
        <translation>sudo nahm das Passwort nicht an{whose}; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; berichtigen Sie es, und sehen Sie noch einmal an.</translation>
    </message>
    <message>
        <source>sudo insists on a terminal (requiretty), so checks that need root were not run; remove requiretty for this account.</source>
        <translation>sudo besteht auf einem Terminal (requiretty); Prüfungen, die root brauchen, wurden daher nicht ausgeführt; entfernen Sie requiretty für dieses Konto.</translation>
    </message>
    <message>
        <source>doas gives this account no root shell without a password, so checks that need root were not run; permit it with nopass.</source>
        <translation>doas gibt diesem Konto ohne Passwort keine Root-Shell; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; erlauben Sie es mit nopass.</translation>
    </message>
    <message>
        <source>this account may not use sudo for a root shell, so checks that need root were not run; see `bartizan checks sudoers`.</source>
        <translation>dieses Konto darf sudo nicht für eine Root-Shell nutzen; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; siehe `bartizan checks sudoers`.</translation>
    </message>
    <message>
        <source>the connection was lost while sudo had the password, which is given only once, so checks that need root were not run; look at that host again.</source>
        <translation>die Verbindung ging verloren, während sudo das Passwort hatte, das nur einmal gegeben wird; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; sehen Sie diesen Host noch einmal an.</translation>
    </message>
    <message>
        <source>sudo asks for a password and none was given, so checks that need root were not run; give one with `bartizan login --sudo`.</source>
        <translation>sudo fragt nach einem Passwort, und es wurde keines angegeben; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; geben Sie eines mit `bartizan login --sudo` an.</translation>
    </message>
    <message>
        <source>sudo refused to start a root shell, so checks that need root were not run; try it there by hand.</source>
        <translation>sudo weigerte sich, eine Root-Shell zu starten; Prüfungen, die root brauchen, wurden daher nicht ausgeführt; versuchen Sie es dort von Hand.</translation>
    </message>
    <message>
        <source>, which must be that of {user} there</source>
        <translation>, das dort das von {user} sein muss</translation>
    </message>
    <message>
        <source>packets without an end</source>
        <translation>Pakete ohne Ende</translation>
    </message>
    <message>
        <source>became another one in the middle of the connection</source>
        <translation>wurde mitten in der Verbindung ein anderer</translation>
    </message>
    <message>
        <source>more than it was allowed to</source>
        <translation>mehr, als er durfte,</translation>
    </message>
    <message>
        <source>There is nothing left to undo or to do again: these answers were changed meanwhile.</source>
        <translation>Es ist nichts mehr rückgängig zu machen oder wiederherzustellen: Diese Antworten wurden inzwischen geändert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Sign and export</source>
        <translation>Unterschrift und Export</translation>
    </message>
    <message>
        <source>accepted by {who}</source>
        <translation>angenommen von {who}</translation>
    </message>
    <message>
        <source>rejected by {who}</source>
        <translation>zurückgewiesen von {who}</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>gesamter Standort</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Why it was left behind</source>
        <translation>Warum sie zurückblieb</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>What is found</source>
        <translation>Was gefunden wird</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>judging what was found</source>
        <translation>beurteilt das Gefundene</translation>
    </message>
    <message>
        <source>done in {time}</source>
        <translation>fertig in {time}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Command or reason</source>
        <translation>Befehl oder Grund</translation>
    </message>
    <message>
        <source>guest of {host}</source>
        <translation>Gast von {host}</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>keine nötig</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>question unanswered</source>
        <translation>Frage unbeantwortet</translation>
    </message>
    <message>
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>login {time}</source>
        <translation>Anmeldung {time}</translation>
    </message>
    <message>
        <source>audited {time}</source>
        <translation>geprüft {time}</translation>
    </message>
    <message>
        <source>The same key was seen at {names}.</source>
        <translation>Derselbe Schlüssel wurde bei {names} gesehen.</translation>
    </message>
    <message>
        <source>root</source>
        <translation>root</translation>
    </message>
    <message>
        <source>sudo</source>
        <translation>sudo</translation>
    </message>
    <message>
        <source>sudo, exact</source>
        <translation>sudo, genau</translation>
    </message>
    <message>
        <source>no root rights</source>
        <translation>keine Root-Rechte</translation>
    </message>
    <message>
        <source>SSH config</source>
        <translation>SSH-Konfiguration</translation>
    </message>
    <message>
        <source>name unknown</source>
        <translation>Name unbekannt</translation>
    </message>
    <message>
        <source>no SSH greeting</source>
        <translation>keine SSH-Begrüßung</translation>
    </message>
    <message>
        <source>not SSH</source>
        <translation>kein SSH</translation>
    </message>
    <message>
        <source>outdated SSH</source>
        <translation>veraltetes SSH</translation>
    </message>
    <message>
        <source>confirm its key</source>
        <translation>Schlüssel bestätigen</translation>
    </message>
    <message>
        <source>host key CHANGED</source>
        <translation>Hostschlüssel GEÄNDERT</translation>
    </message>
    <message>
        <source>host key revoked</source>
        <translation>Hostschlüssel gesperrt</translation>
    </message>
    <message>
        <source>login rejected</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>password expired</source>
        <translation>Passwort abgelaufen</translation>
    </message>
    <message>
        <source>no credential</source>
        <translation>keine Zugangsdaten</translation>
    </message>
    <message>
        <source>key file unreadable</source>
        <translation>Schlüsseldatei unlesbar</translation>
    </message>
    <message>
        <source>no shell</source>
        <translation>keine Shell</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>broken SSH</source>
        <translation>gestörtes SSH</translation>
    </message>
    <message>
        <source>could not be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not in the audit</source>
        <translation>nicht im Audit</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>testet…</translation>
    </message>
    <message>
        <source>ready · {time}</source>
        <translation>bereit · {time}</translation>
    </message>
    <message>
        <source>done · {time}</source>
        <translation>fertig · {time}</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>Hostschlüssel</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Login time</source>
        <translation>Anmeldezeit</translation>
    </message>
    <message>
        <source>Audited</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>{a} of {b}</source>
        <translation>{a} von {b}</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht angesehen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Remark, or why not</source>
        <translation>Bemerkung, oder warum nicht</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it can&apos;t be started: {why}</source>
        <translation>er lässt sich nicht starten: {why}</translation>
    </message>
    <message>
        <source>it could not be told what to do</source>
        <translation>ihm ließ sich nicht sagen, was zu tun ist</translation>
    </message>
    <message>
        <source>it said what it can&apos;t say</source>
        <translation>er sagte, was er nicht sagen kann</translation>
    </message>
    <message>
        <source>it gave no sign of life for {n} seconds, so it was ended</source>
        <translation>er gab {n} Sekunden lang kein Lebenszeichen und wurde beendet</translation>
    </message>
    <message>
        <source>exit status {status}</source>
        <translation>Rückgabewert {status}</translation>
    </message>
    <message>
        <source>ended by {signal}</source>
        <translation>beendet durch {signal}</translation>
    </message>
    <message>
        <source>{item} has another number of checks than it says</source>
        <translation>{item} hat eine andere Zahl von Prüfungen, als es angibt</translation>
    </message>
    <message>
        <source>{item} is {result} by its result, and {worst} by its checks</source>
        <translation>{item} ist nach seinem Ergebnis {result} und nach seinen Prüfungen {worst}</translation>
    </message>
    <message>
        <source>its verdicts aren&apos;t those of its results</source>
        <translation>seine Urteile sind nicht die seiner Ergebnisse</translation>
    </message>
    <message>
        <source>{path}: content {sha256} holds another number of checks than its result says.</source>
        <translation>{path}: Der Inhalt {sha256} hat eine andere Zahl von Prüfungen, als sein Ergebnis angibt.</translation>
    </message>
    <message>
        <source>{item} can&apos;t have {n} checks where it says they are</source>
        <translation>{item} kann keine {n} Prüfungen dort haben, wo sie angeblich stehen</translation>
    </message>
    <message>
        <source>{data} stands where a table of {kind} belongs</source>
        <translation>{data} steht, wo eine Tabelle von {kind} hingehört</translation>
    </message>
    <message>
        <source>the columns of {kind} differ in length</source>
        <translation>die Spalten von {kind} sind verschieden lang</translation>
    </message>
    <message>
        <source>The process that wrote the reports gave no sign of life any more and was ended; what it had written is whole, the rest isn&apos;t there. Write them again, perhaps to another disk.</source>
        <translation>Der Prozess, der die Berichte schrieb, gab kein Lebenszeichen mehr und wurde beendet; was er geschrieben hatte, ist vollständig, der Rest fehlt. Noch einmal schreiben, vielleicht auf einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>The process that wrote the reports ended before it was done (exit status {n}); what it had written is whole, the rest isn&apos;t there. Write them again, with less else running.</source>
        <translation>Der Prozess, der die Berichte schrieb, endete vor der Zeit (Exit-Status {n}); was er geschrieben hatte, ist vollständig, der Rest fehlt. Schreiben Sie sie erneut, während weniger anderes läuft.</translation>
    </message>
    <message>
        <source>Where the keyboard is</source>
        <translation>Wo die Tastatur ist</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>Nächstes und voriges Bedienelement</translation>
    </message>
    <message>
        <source>Items and hosts, one by one</source>
        <translation>Punkte und Hosts, einer nach dem anderen</translation>
    </message>
    <message>
        <source>Select several results</source>
        <translation>Mehrere Ergebnisse auswählen</translation>
    </message>
    <message>
        <source>All results of the list</source>
        <translation>Alle Ergebnisse der Liste</translation>
    </message>
    <message>
        <source>Answer the item; open or close a section</source>
        <translation>Den Punkt beantworten; einen Abschnitt auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Leave the answer; close a dialog</source>
        <translation>Die Antwort verlassen; einen Dialog schließen</translation>
    </message>
    <message>
        <source>Next find in the evidence</source>
        <translation>Nächste Fundstelle im Nachweis</translation>
    </message>
    <message>
        <source>Remove the selected hosts</source>
        <translation>Die ausgewählten Hosts entfernen</translation>
    </message>
    <message>
        <source>Larger and smaller, in the preview</source>
        <translation>Größer und kleiner, in der Vorschau</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>Was gelten muss</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es zählt</translation>
    </message>
    <message>
        <source>How it is decided</source>
        <translation>Wie entschieden wird</translation>
    </message>
    <message>
        <source>Evidence to attach</source>
        <translation>Anzuhängende Nachweise</translation>
    </message>
    <message>
        <source>On {host}: {result}</source>
        <translation>Auf {host}: {result}</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Wie es zu beheben ist</translation>
    </message>
    <message>
        <source> · in English</source>
        <translation> · auf Englisch</translation>
    </message>
    <message>
        <source>In English: {text}</source>
        <translation>Auf Englisch: {text}</translation>
    </message>
    <message>
        <source>Commands on the host decide it; the tab Evidence shows each one with what it printed. If you know better, sign another result over it and say why: what was measured stays in the report beside it.</source>
        <translation>Befehle auf dem Host entscheiden; der Reiter Nachweis zeigt jeden mit dem, was er ausgab. Wissen Sie es besser, dann zeichnen Sie ein anderes Ergebnis darüber und sagen, warum: Was gemessen wurde, bleibt im Bericht daneben stehen.</translation>
    </message>
    <message>
        <source>Commands collect the facts, which the tab Evidence shows; whether they are good enough is yours to say.</source>
        <translation>Befehle sammeln die Tatsachen, die der Reiter Nachweis zeigt; ob sie genügen, sagen Sie.</translation>
    </message>
    <message>
        <source>No command can see it: you answer from documents, from a talk, or from a look at the place, and attach what proves it.</source>
        <translation>Kein Befehl kann es sehen: Sie antworten nach Unterlagen, einem Gespräch oder einem Blick vor Ort und hängen an, was es belegt.</translation>
    </message>
    <message>
        <source>Nothing. It is looked at again in the next run.</source>
        <translation>Nichts. Der nächste Lauf prüft es wieder.</translation>
    </message>
    <message>
        <source>Mend it as the tab “Mend it” says and run again. What has to stay so for a while is waived: until a day, with the reason; it still counts as failed.</source>
        <translation>Beheben Sie es, wie der Reiter „Beheben“ sagt, und prüfen Sie noch einmal. Was eine Zeit lang so bleiben muss, bekommt eine Ausnahme: bis zu einem Tag, mit dem Grund; es gilt weiter als verfehlt.</translation>
    </message>
    <message>
        <source>Mend it before the waiver&apos;s last day; then what was measured counts again.</source>
        <translation>Beheben Sie es vor dem letzten Tag der Ausnahme; danach zählt wieder, was gemessen wurde.</translation>
    </message>
    <message>
        <source>Read what happened on the tab Evidence, mend that, and run this host again. What you know from elsewhere can be signed off meanwhile.</source>
        <translation>Lesen Sie im Reiter Nachweis, was geschah, beheben Sie das, und prüfen Sie diesen Host noch einmal. Was Sie anderswoher wissen, kann bis dahin gezeichnet werden.</translation>
    </message>
    <message>
        <source>Most often the account lacks rights or the host lacks a program. Give it root rights on the page Hosts and run it again, or answer from what you know.</source>
        <translation>Meist fehlen dem Konto Rechte oder dem Host ein Programm. Geben Sie ihm auf der Seite Hosts root-Rechte und prüfen Sie noch einmal, oder antworten Sie nach dem, was Sie wissen.</translation>
    </message>
    <message>
        <source>Press P, F or A for pass, fail or not applicable, write what you looked at, and save with Ctrl+Enter.</source>
        <translation>Drücken Sie P, F oder A für erfüllt, verfehlt oder nicht anwendbar, schreiben Sie, was Sie angesehen haben, und speichern Sie mit Strg+Eingabe.</translation>
    </message>
    <message>
        <source>Run the audit; if the host could not be reached, the page Run says why.</source>
        <translation>Starten Sie einen Lauf; war der Host nicht zu erreichen, sagt die Seite Lauf, warum.</translation>
    </message>
    <message>
        <source>Nothing: the item doesn&apos;t concern this machine.</source>
        <translation>Nichts: Der Punkt betrifft diese Maschine nicht.</translation>
    </message>
    <message>
        <source>Nothing, or take the chapter in on the page Scope.</source>
        <translation>Nichts, oder nehmen Sie das Kapitel auf der Seite Umfang auf.</translation>
    </message>
    <message>
        <source>Nothing: it is said for your information.</source>
        <translation>Nichts: Es steht zu Ihrer Information da.</translation>
    </message>
    <message>
        <source>.</source>
        <comment>before the tenths of a number</comment>
        <translation>,</translation>
    </message>
    <message>
        <source>{probe} of {other} stands among what {target} answered</source>
        <translation>{probe} von {other} steht unter dem, was {target} geantwortet hat</translation>
    </message>
    <message>
        <source>{target}: what it answered can&apos;t be kept ({why}), so it counts as not looked at.</source>
        <translation>{target}: Was die Maschine geantwortet hat, kann nicht aufbewahrt werden ({why}); sie gilt darum als nicht angesehen.</translation>
    </message>
    <message>
        <source>{where}: write the day as YYYY-MM-DD.</source>
        <translation>{where}: Schreiben Sie den Tag als JJJJ-MM-TT.</translation>
    </message>
    <message>
        <source>{where}: the calendar has no such day; choose another.</source>
        <translation>{where}: Diesen Tag gibt es im Kalender nicht; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no display to open a window on; use `bartizan audit --local`, or set DISPLAY or WAYLAND_DISPLAY.</source>
        <translation>Hier ist keine Anzeige für ein Fenster; `bartizan audit --local` geht ohne, oder setzen Sie DISPLAY oder WAYLAND_DISPLAY.</translation>
    </message>
    <message>
        <source>The display {display} doesn&apos;t answer, so no window can be opened; correct the variable, or use `bartizan audit --local`.</source>
        <translation>Die Anzeige {display} antwortet nicht, also lässt sich kein Fenster öffnen; berichtigen Sie die Variable, oder nehmen Sie `bartizan audit --local`.</translation>
    </message>
    <message>
        <source>{folder}: there is no such folder; choose one that is there.</source>
        <translation>{folder}: Diesen Ordner gibt es nicht; wählen Sie einen, den es gibt.</translation>
    </message>
    <message>
        <source>{folder}: no file can be made there ({why}); choose another folder or name.</source>
        <translation>{folder}: Dort lässt sich keine Datei anlegen ({why}); wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>{path}: can&apos;t be moved to {new} ({why}).</source>
        <translation>{path}: lässt sich nicht nach {new} verschieben ({why}).</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Bartizan</source>
        <translation>Über Bartizan</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Bartizan is independent work. It is neither affiliated with nor endorsed by the Center for Internet Security, cites section numbers of its Virtual Machine Security Guidelines 1.0 (2007), and claims no official level of compliance. Every sentence in it is the project&apos;s own.</source>
        <translation>Bartizan ist eine unabhängige Arbeit. Es ist mit dem Center for Internet Security weder verbunden noch von ihm gebilligt, nennt Abschnittsnummern aus dessen Virtual Machine Security Guidelines 1.0 (2007) und beansprucht keine amtliche Stufe der Erfüllung. Jeder Satz darin ist der eigene des Projekts.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>What it is built on</source>
        <translation>Worauf es aufbaut</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Waived until {day}</source>
        <translation>Ausgenommen bis {day}</translation>
    </message>
    <message>
        <source>Signed off as passed</source>
        <translation>Als erfüllt bestätigt</translation>
    </message>
    <message>
        <source>Signed off as failed</source>
        <translation>Als nicht erfüllt bestätigt</translation>
    </message>
    <message>
        <source>Signed off as not applicable</source>
        <translation>Als nicht anwendbar bestätigt</translation>
    </message>
    <message>
        <source>{what}, valid until {day}</source>
        <translation>{what}, gültig bis {day}</translation>
    </message>
    <message>
        <source>{what} by {who}, {role}, {day}</source>
        <translation>{what} durch {who}, {role}, {day}</translation>
    </message>
    <message>
        <source>Accepted by {who}, {day}</source>
        <translation>Angenommen von {who}, {day}</translation>
    </message>
    <message>
        <source>Rejected by {who}, {day}</source>
        <translation>Zurückgewiesen von {who}, {day}</translation>
    </message>
    <message>
        <source>Submitted by {who}, {day}</source>
        <translation>Vorgelegt von {who}, {day}</translation>
    </message>
</context>
<context>
    <name>AnswerEntry</name>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>What you looked at and why it is so; whoever reviews the answer decides by it, and the report prints it. Needed for a waiver, for fail and not applicable, and for a pass where a failure was measured. Escape leaves the answer, Ctrl+Enter saves it.</source>
        <translation>Was Sie angesehen haben und warum es so ist; wer die Antwort prüft, entscheidet danach, und der Bericht druckt es. Nötig für eine Ausnahme, für verfehlt und nicht anwendbar und für erfüllt, wo ein Mangel gemessen wurde. Esc verlässt die Antwort, Strg+Eingabe speichert sie.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Who gives this answer; it stays with the answer and stands in the report.</source>
        <translation>Wer diese Antwort gibt; der Name bleibt bei der Antwort und steht im Bericht.</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>In which capacity, such as administrator; it stands beside the name.</source>
        <translation>In welcher Rolle, etwa Administratorin; sie steht neben dem Namen.</translation>
    </message>
    <message>
        <source>Templates of remarks</source>
        <translation>Vorlagen für Bemerkungen</translation>
    </message>
    <message>
        <source>Take over the answer of another host</source>
        <translation>Antwort eines anderen Hosts übernehmen</translation>
    </message>
    <message>
        <source>Attach evidence; files can be dropped here too</source>
        <translation>Nachweise anhängen; Dateien lassen sich auch hierher ziehen</translation>
    </message>
    <message>
        <source>Attach no files</source>
        <translation>Keine Dateien anhängen</translation>
    </message>
    <message>
        <source>For which hosts</source>
        <translation>Für welche Hosts</translation>
    </message>
    <message>
        <source>For which hosts the answer counts: the one on show, those selected, all undecided ones, or all.</source>
        <translation>Für welche Hosts die Antwort gilt: den gezeigten, die ausgewählten, alle offenen oder alle.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the answer (Ctrl+Enter) and go on</source>
        <translation>Antwort speichern (Strg+Eingabe) und weiter</translation>
    </message>
    <message>
        <source>Attach evidence</source>
        <translation>Nachweise anhängen</translation>
    </message>
</context>
<context>
    <name>AnswerForm</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>Ausnahme</translation>
    </message>
    <message>
        <source>Keep what was measured</source>
        <translation>Beim Gemessenen bleiben</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>Accept the failure until a day</source>
        <translation>Den Mangel bis zu einem Tag hinnehmen</translation>
    </message>
    <message>
        <source>Your answer: pass, fail, not applicable, or a waiver, which accepts a failure until a day. “None” keeps what was measured. Keys: P, F, A, W.</source>
        <translation>Ihre Antwort: erfüllt, verfehlt, nicht anwendbar oder eine Ausnahme, die einen Mangel bis zu einem Tag hinnimmt. „Keine“ lässt, was gemessen wurde. Tasten: P, F, A, W.</translation>
    </message>
    <message>
        <source>Remark: what did you look at, why is it so?</source>
        <translation>Bemerkung: Was haben Sie angesehen, warum ist es so?</translation>
    </message>
    <message>
        <source>An answer carries the name and the role of the person who gives it.</source>
        <translation>Eine Antwort trägt Namen und Rolle dessen, der sie gibt.</translation>
    </message>
</context>
<context>
    <name>AnswerNote</name>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Answer again…</source>
        <translation>Neu antworten…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>From {audit}</source>
        <translation>Aus {audit}</translation>
    </message>
    <message>
        <source>Open {name}, read only</source>
        <translation>{name} nur lesend öffnen</translation>
    </message>
</context>
<context>
    <name>AnswersReview</name>
    <message>
        <source>To review {n}</source>
        <translation>Zu prüfen {n}</translation>
    </message>
    <message>
        <source>Carried over {n}</source>
        <translation>Übernommen {n}</translation>
    </message>
    <message>
        <source>Rejected {n}</source>
        <translation>Zurückgewiesen {n}</translation>
    </message>
    <message>
        <source>Accepted {n}</source>
        <translation>Angenommen {n}</translation>
    </message>
    <message>
        <source>Outdated or over {n}</source>
        <translation>Überholt oder vorbei {n}</translation>
    </message>
    <message>
        <source>Ending waivers {n}</source>
        <translation>Endende Ausnahmen {n}</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>What people answer in the chapters stands here, for a second person to accept or to reject.</source>
        <translation>Was in den Kapiteln geantwortet wird, steht hier, damit eine zweite Person es annimmt oder zurückweist.</translation>
    </message>
    <message>
        <source>Reviewer&apos;s name</source>
        <translation>Name der prüfenden Person</translation>
    </message>
    <message>
        <source>The second person: who accepts or rejects. Nobody reviews their own answers, unless the scope says so.</source>
        <translation>Die zweite Person: wer annimmt oder zurückweist. Niemand prüft die eigenen Antworten, außer der Umfang sagt es so.</translation>
    </message>
    <message>
        <source>Remark; a rejection needs one that says what is missing</source>
        <translation>Bemerkung; eine Zurückweisung braucht eine, die sagt, was fehlt</translation>
    </message>
    <message>
        <source>Remark of the reviewer</source>
        <translation>Bemerkung der prüfenden Person</translation>
    </message>
    <message>
        <source>Said to whoever answered, and kept with the answer; a rejection needs it.</source>
        <translation>Geht an die Person, die geantwortet hat, und bleibt bei der Antwort; eine Zurückweisung braucht sie.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>The selected answers count, with the reviewer&apos;s name beside them.</source>
        <translation>Die ausgewählten Antworten gelten, mit dem Namen der prüfenden Person daneben.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Zurückweisen</translation>
    </message>
    <message>
        <source>The selected answers no longer count and wait to be given again; the remark says why.</source>
        <translation>Die ausgewählten Antworten gelten nicht mehr und sind neu zu geben; die Bemerkung sagt, warum.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Vorlegen</translation>
    </message>
    <message>
        <source>Give these answers to a second person: they are marked as ready for review.</source>
        <translation>Diese Antworten einer zweiten Person geben: Sie gelten als bereit zur Prüfung.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Say that answers from an earlier audit still hold; they then count as yours.</source>
        <translation>Sagen, dass Antworten aus einem früheren Audit noch gelten; sie zählen dann als Ihre.</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>Nothing left to review</source>
        <translation>Nichts mehr zu prüfen</translation>
    </message>
    <message>
        <source>Each answer is accepted, or waits for the person who gave it.</source>
        <translation>Jede Antwort ist angenommen oder wartet auf die Person, die sie gegeben hat.</translation>
    </message>
    <message>
        <source>No answers of this kind</source>
        <translation>Keine Antworten dieser Art</translation>
    </message>
    <message>
        <source>The other kinds above have some.</source>
        <translation>Von den anderen Arten oben gibt es welche.</translation>
    </message>
    <message>
        <source>Submit {n}</source>
        <translation>{n} vorlegen</translation>
    </message>
    <message>
        <source>Confirm {n}</source>
        <translation>{n} bestätigen</translation>
    </message>
    <message>
        <source>The audit is locked or read only: nothing can be accepted or rejected.</source>
        <translation>Das Audit ist gesperrt oder nur lesbar: Nichts kann angenommen oder zurückgewiesen werden.</translation>
    </message>
    <message>
        <source>Select answers to accept or reject them; Enter leads to the finding.</source>
        <translation>Antworten auswählen, um sie anzunehmen oder zurückzuweisen; die Eingabetaste führt zum Befund.</translation>
    </message>
    <message>
        <source>{n} selected. A review carries the name of the second person.</source>
        <translation>{n} ausgewählt. Eine Prüfung trägt den Namen der zweiten Person.</translation>
    </message>
    <message>
        <source>{n} selected, {own} of them given by {name}: another person must review these.</source>
        <translation>{n} ausgewählt, davon {own} von {name} gegeben: Diese muss jemand anderes prüfen.</translation>
    </message>
    <message>
        <source>{n} selected. One person may accept their own answers in this audit; the report says so.</source>
        <translation>{n} ausgewählt. In diesem Audit darf eine Person ihre eigenen Antworten annehmen; der Bericht sagt es.</translation>
    </message>
    <message>
        <source>{n} selected.</source>
        <translation>{n} ausgewählt.</translation>
    </message>
    <message>
        <source>{n} answers accepted.</source>
        <translation>{n} Antworten angenommen.</translation>
    </message>
    <message>
        <source>1 answer accepted.</source>
        <translation>1 Antwort angenommen.</translation>
    </message>
    <message>
        <source>{n} answers rejected.</source>
        <translation>{n} Antworten zurückgewiesen.</translation>
    </message>
    <message>
        <source>1 answer rejected.</source>
        <translation>1 Antwort zurückgewiesen.</translation>
    </message>
    <message>
        <source>1 answer given to a second person.</source>
        <translation>1 Antwort einer zweiten Person vorgelegt.</translation>
    </message>
    <message>
        <source>{n} answers given to a second person.</source>
        <translation>{n} Antworten einer zweiten Person vorgelegt.</translation>
    </message>
    <message>
        <source>{n} answers confirmed by {who}.</source>
        <translation>{n} Antworten von {who} bestätigt.</translation>
    </message>
    <message>
        <source>1 answer confirmed by {who}.</source>
        <translation>1 Antwort von {who} bestätigt.</translation>
    </message>
</context>
<context>
    <name>AuditBeside</name>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Answers taken over, which wait to be confirmed: {a}; left behind: {b}.</source>
        <translation>Übernommene Antworten, die auf Bestätigung warten: {a}; zurückgelassen: {b}.</translation>
    </message>
    <message>
        <source>No program opens this file here; a copy of it is {path}.</source>
        <translation>Kein Programm öffnet diese Datei hier; eine Kopie liegt in {path}.</translation>
    </message>
</context>
<context>
    <name>BarsModel</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>insgesamt</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{n} undecided in all</source>
        <translation>{n} insgesamt unentschieden</translation>
    </message>
    <message>
        <source>Next: {step}  →</source>
        <translation>Weiter: {step}  →</translation>
    </message>
    <message>
        <source>Next undecided (N)  →</source>
        <translation>Nächster offener (N)  →</translation>
    </message>
    <message>
        <source>Review  →</source>
        <translation>Prüfung  →</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>The result in words</source>
        <translation>Das Ergebnis in Worten</translation>
    </message>
</context>
<context>
    <name>CertificateFields</name>
    <message>
        <source>Sign PDF and folder digitally with a certificate (PKCS#12)</source>
        <translation>PDF und Ordner mit einem Zertifikat (PKCS#12) digital signieren</translation>
    </message>
    <message>
        <source>PDF readers then show who signed the file, and that it is unaltered (PAdES). It takes a certificate with its key in one file, as a certification authority issues it.</source>
        <translation>PDF-Programme zeigen dann, wer die Datei unterschrieben hat und dass sie unverändert ist (PAdES). Nötig ist ein Zertifikat mit seinem Schlüssel in einer Datei, wie eine Zertifizierungsstelle es ausgibt.</translation>
    </message>
    <message>
        <source>Certificate file (.p12, .pfx)</source>
        <translation>Zertifikatsdatei (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Zertifikatsdatei</translation>
    </message>
    <message>
        <source>A PKCS#12 file, whose name ends in .p12 or .pfx. Only its path is remembered.</source>
        <translation>Eine PKCS#12-Datei, deren Name auf .p12 oder .pfx endet. Nur ihr Pfad wird gemerkt.</translation>
    </message>
    <message>
        <source>Passphrase, or that of the keyring</source>
        <translation>Passphrase, sonst aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>Passphrase of the certificate file; empty: that of the keyring</source>
        <translation>Passphrase der Zertifikatsdatei; leer: die aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>What unlocks the certificate file. What is typed is used once and kept nowhere; empty: what the keyring has for this file.</source>
        <translation>Was die Zertifikatsdatei öffnet. Das Eingegebene wird einmal benutzt und nirgends aufbewahrt; leer: was der Schlüsselbund zu dieser Datei hat.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>The certificate to sign with</source>
        <translation>Das Zertifikat zum Signieren</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>Worse {n}</source>
        <translation>Schlechter {n}</translation>
    </message>
    <message>
        <source>Better {n}</source>
        <translation>Besser {n}</translation>
    </message>
    <message>
        <source>Changed {n}</source>
        <translation>Geändert {n}</translation>
    </message>
    <message>
        <source>Other facts {n}</source>
        <translation>Andere Fakten {n}</translation>
    </message>
    <message>
        <source>New {n}</source>
        <translation>Neu {n}</translation>
    </message>
    <message>
        <source>Gone {n}</source>
        <translation>Weg {n}</translation>
    </message>
    <message>
        <source>New wording {n}</source>
        <translation>Neuer Wortlaut {n}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Compare no more</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Revision {n} of this audit, as it was signed</source>
        <translation>Revision {n} dieses Audits, wie sie unterschrieben wurde</translation>
    </message>
    <message>
        <source>Another audit…</source>
        <translation>Ein anderes Audit…</translation>
    </message>
    <message>
        <source>The earlier audit</source>
        <translation>Das frühere Audit</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>What changed since the last time?</source>
        <translation>Was hat sich seit dem letzten Mal geändert?</translation>
    </message>
    <message>
        <source>Choose an earlier audit or revision: what is better, worse, new or gone is listed here.</source>
        <translation>Wählen Sie ein früheres Audit oder eine Revision: Was besser, schlechter, neu oder weg ist, steht dann hier.</translation>
    </message>
    <message>
        <source>Since “{title}”, {day}</source>
        <translation>Seit „{title}“, {day}</translation>
    </message>
    <message>
        <source>Since “{title}”</source>
        <translation>Seit „{title}“</translation>
    </message>
    <message>
        <source>{a} better, {b} worse, {c} as before</source>
        <translation>{a} besser, {b} schlechter, {c} wie zuvor</translation>
    </message>
    <message>
        <source>New hosts: {names}</source>
        <translation>Neue Hosts: {names}</translation>
    </message>
    <message>
        <source>Hosts that are gone: {names}</source>
        <translation>Nicht mehr vorhandene Hosts: {names}</translation>
    </message>
    <message>
        <source>New machines: {names}</source>
        <translation>Neue Maschinen: {names}</translation>
    </message>
    <message>
        <source>Machines that are gone: {names}</source>
        <translation>Nicht mehr vorhandene Maschinen: {names}</translation>
    </message>
    <message>
        <source>Items with another wording or rating: {names}</source>
        <translation>Punkte mit anderem Wortlaut oder anderer Einstufung: {names}</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>Every finding is as it was.</source>
        <translation>Jeder Befund ist, wie er war.</translation>
    </message>
</context>
<context>
    <name>ChapterHead</name>
    <message>
        <source>About this chapter</source>
        <translation>Zu diesem Kapitel</translation>
    </message>
    <message>
        <source>Decided items of this chapter</source>
        <translation>Entschiedene Punkte dieses Kapitels</translation>
    </message>
    <message>
        <source>Search items, hosts, machines</source>
        <translation>Punkt, Host, VM suchen</translation>
    </message>
    <message>
        <source>Only items stay that hold every word that you type, in their own text or in what was found and said: names of hosts and of virtual machines, results in words, remarks.</source>
        <translation>Es bleiben nur Punkte, die jedes eingegebene Wort enthalten, im eigenen Text oder in dem, was gefunden und gesagt wurde: Namen von Hosts und virtuellen Maschinen, Ergebnisse in Worten, Bemerkungen.</translation>
    </message>
    <message>
        <source>{a} of {b} decided</source>
        <translation>{a} von {b} entschieden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>ChapterStep</name>
    <message>
        <source>Items from top to bottom, a column for each host: each badge is a result. The one that you choose is shown beside the list, with what must hold, what was found, the evidence and how to mend it. Filters and the search narrow the list down; N leads to the next result that waits for somebody, in whichever chapter. Several results, chosen with Shift and Ctrl, are answered in one go.</source>
        <translation>Punkte von oben nach unten, eine Spalte je Host: Jedes Abzeichen ist ein Ergebnis. Das gewählte steht neben der Liste, mit dem, was gelten muss und gefunden wurde, dem Nachweis und wie man es behebt. Filter und Suche verkleinern die Liste; N führt zum nächsten Ergebnis, das auf jemanden wartet, in welchem Kapitel auch immer. Mehrere Ergebnisse, mit Umschalt und Strg gewählt, werden auf einmal beantwortet.</translation>
    </message>
    <message>
        <source>Line between list and item</source>
        <translation>Linie zwischen Liste und Punkt</translation>
    </message>
    <message>
        <source>List {n} %</source>
        <translation>Liste {n} %</translation>
    </message>
    <message>
        <source>for the whole site</source>
        <translation>für den gesamten Standort</translation>
    </message>
    <message>
        <source>for {host}</source>
        <translation>für {host}</translation>
    </message>
    <message>
        <source>for the {n} selected</source>
        <translation>für die {n} ausgewählten</translation>
    </message>
    <message>
        <source>for all {n} undecided</source>
        <translation>für alle {n} offenen</translation>
    </message>
    <message>
        <source>for all {n} undecided that were looked at</source>
        <translation>für alle {n} offenen, die angesehen wurden</translation>
    </message>
    <message>
        <source>for all {n} hosts</source>
        <translation>für alle {n} Hosts</translation>
    </message>
    <message>
        <source>for all {n} hosts that were looked at</source>
        <translation>für alle {n} Hosts, die angesehen wurden</translation>
    </message>
    <message>
        <source>The answer could not be stored.</source>
        <translation>Die Antwort konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>{name} as a table</source>
        <translation>{name} als Tabelle</translation>
    </message>
    <message>
        <source>{name} as a chart</source>
        <translation>{name} als Diagramm</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>{n} chosen…</source>
        <translation>{n} gewählt…</translation>
    </message>
    <message>
        <source>{n} more…</source>
        <translation>{n} weitere…</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Bartizan met a fault of its own</source>
        <translation>In Bartizan ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>What you entered is saved. Please pass this report on to whoever maintains the program; names, addresses and your home folder were taken out of it, but read it before you do.</source>
        <translation>Was Sie eingegeben haben, ist gespeichert. Bitte geben Sie diesen Bericht an die weiter, die das Programm pflegen; Namen, Adressen und Ihr Heimatordner sind daraus entfernt, lesen Sie ihn aber vorher durch.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>CredentialsDialog</name>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>What Bartizan was told to remember, in the keyring of this system. Contents are never shown.</source>
        <translation>Was Bartizan sich merken soll, im Schlüsselbund dieses Systems. Inhalte werden nie gezeigt.</translation>
    </message>
    <message>
        <source>Filter the credentials</source>
        <translation>Zugangsdaten filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Only entries that hold what you type stay; what is ticked stays ticked.</source>
        <translation>Es bleiben nur Einträge, die das Eingegebene enthalten; was angehakt ist, bleibt angehakt.</translation>
    </message>
    <message>
        <source>Credentials in the keyring</source>
        <translation>Zugangsdaten im Schlüsselbund</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Asking the keyring… It may want to be unlocked in a window of its own.</source>
        <translation>Frage den Schlüsselbund… Er will vielleicht in einem eigenen Fenster entsperrt werden.</translation>
    </message>
    <message>
        <source>Nothing is remembered. Tick “Remember in the keyring” beside a host&apos;s password.</source>
        <translation>Nichts ist gemerkt. Kreuzen Sie „Im Schlüsselbund merken“ neben dem Passwort eines Hosts an.</translation>
    </message>
    <message>
        <source>What is remembered can&apos;t be shown before the keyring answers.</source>
        <translation>Was gemerkt ist, lässt sich erst zeigen, wenn der Schlüsselbund antwortet.</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>sudo password</source>
        <translation>sudo-Passwort</translation>
    </message>
    <message>
        <source>Delete {n}</source>
        <translation>{n} löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Really delete {n}</source>
        <translation>{n} wirklich löschen</translation>
    </message>
    <message>
        <source>1 secret will be deleted from the keyring, for good. Press “Really delete” to do it.</source>
        <translation>1 Geheimnis wird endgültig aus dem Schlüsselbund gelöscht. Drücken Sie dazu „Wirklich löschen“.</translation>
    </message>
    <message>
        <source>{n} secrets will be deleted from the keyring, for good. Press “Really delete” to do it.</source>
        <translation>{n} Geheimnisse werden endgültig aus dem Schlüsselbund gelöscht. Drücken Sie dazu „Wirklich löschen“.</translation>
    </message>
    <message>
        <source>{n} deleted from the keyring.</source>
        <translation>{n} aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <source>Kept for this session only, in memory, for: {names}</source>
        <translation>Nur für diese Sitzung im Speicher behalten für: {names}</translation>
    </message>
    <message>
        <source>Nothing is kept for this session only.</source>
        <translation>Nichts ist nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>What was typed for {n} hosts is forgotten.</source>
        <translation>Was für {n} Hosts eingegeben wurde, ist vergessen.</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>By chapter</source>
        <translation>Nach Kapitel</translation>
    </message>
    <message>
        <source>Results by chapter</source>
        <translation>Ergebnisse nach Kapitel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Schwere</translation>
    </message>
    <message>
        <source>Results by severity</source>
        <translation>Ergebnisse nach Schwere</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Do these first</source>
        <translation>Das zuerst</translation>
    </message>
    <message>
        <source>Since the earlier audit</source>
        <translation>Seit dem früheren Audit</translation>
    </message>
    <message>
        <source>By host</source>
        <translation>Nach Host</translation>
    </message>
    <message>
        <source>Results by host</source>
        <translation>Ergebnisse nach Host</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Waivers that end soon</source>
        <translation>Bald endende Ausnahmen</translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation>Nächster offener</translation>
    </message>
    <message>
        <source>Whole site</source>
        <translation>Gesamter Standort</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>Alles ist entschieden</translation>
    </message>
    <message>
        <source>{a} of {b} findings are decided</source>
        <translation>{a} von {b} Befunden sind entschieden</translation>
    </message>
    <message>
        <source>{n} % of what is decided passes.</source>
        <translation>{n} % des Entschiedenen sind erfüllt.</translation>
    </message>
    <message>
        <source>Before waivers it is {n} %.</source>
        <translation>Vor Ausnahmen sind es {n} %.</translation>
    </message>
    <message>
        <source>Nothing has been decided yet, so there is no score.</source>
        <translation>Noch ist nichts entschieden, also gibt es keinen Punktwert.</translation>
    </message>
    <message>
        <source>Nothing fails.</source>
        <translation>Nichts ist verfehlt.</translation>
    </message>
    <message>
        <source>Nothing has been looked at or answered yet.</source>
        <translation>Es wurde noch nichts angesehen oder beantwortet.</translation>
    </message>
    <message>
        <source>What was found is kept in English.</source>
        <translation>Was gefunden wurde, steht auf Englisch da.</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>gesamter Standort</translation>
    </message>
    <message>
        <source>{n} questions await your answer</source>
        <translation>{n} Fragen warten auf Ihre Antwort</translation>
    </message>
    <message>
        <source>1 question awaits your answer</source>
        <translation>1 Frage wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>{n} could not be told, or looking went wrong</source>
        <translation>{n} ließen sich nicht feststellen, oder das Nachsehen misslang</translation>
    </message>
    <message>
        <source>{n} were not looked at</source>
        <translation>{n} wurden nicht angesehen</translation>
    </message>
    <message>
        <source>1 was not looked at</source>
        <translation>1 wurde nicht angesehen</translation>
    </message>
    <message>
        <source>{n} answers were rejected</source>
        <translation>{n} Antworten wurden zurückgewiesen</translation>
    </message>
    <message>
        <source>1 answer was rejected</source>
        <translation>1 Antwort wurde zurückgewiesen</translation>
    </message>
    <message>
        <source>1 answer waits for a second person</source>
        <translation>1 Antwort wartet auf eine zweite Person</translation>
    </message>
    <message>
        <source>{n} answers wait for a second person</source>
        <translation>{n} Antworten warten auf eine zweite Person</translation>
    </message>
    <message>
        <source>1 answer was carried over and waits to be confirmed</source>
        <translation>1 Antwort wurde übernommen und wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>{n} answers were carried over and wait to be confirmed</source>
        <translation>{n} Antworten wurden übernommen und warten auf Bestätigung</translation>
    </message>
    <message>
        <source>All {n} of them</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>1 result is worse</source>
        <translation>1 Ergebnis ist schlechter</translation>
    </message>
    <message>
        <source>{n} results are worse</source>
        <translation>{n} Ergebnisse sind schlechter</translation>
    </message>
    <message>
        <source>1 result is better</source>
        <translation>1 Ergebnis ist besser</translation>
    </message>
    <message>
        <source>{n} results are better</source>
        <translation>{n} Ergebnisse sind besser</translation>
    </message>
    <message>
        <source>1 result is new</source>
        <translation>1 Ergebnis ist neu</translation>
    </message>
    <message>
        <source>{n} results are new</source>
        <translation>{n} Ergebnisse sind neu</translation>
    </message>
    <message>
        <source>1 result is gone</source>
        <translation>1 Ergebnis ist weggefallen</translation>
    </message>
    <message>
        <source>{n} results are gone</source>
        <translation>{n} Ergebnisse sind weggefallen</translation>
    </message>
    <message>
        <source>1 difference in all</source>
        <translation>1 Unterschied insgesamt</translation>
    </message>
    <message>
        <source>{n} differences in all</source>
        <translation>{n} Unterschiede insgesamt</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>Nichts hat sich geändert</translation>
    </message>
    <message>
        <source>until {day} · {host} · {remark}</source>
        <translation>bis {day} · {host} · {remark}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Select an item</source>
        <translation>Einen Punkt auswählen</translation>
    </message>
    <message>
        <source>What must hold, what was found and how to mend it is shown here.</source>
        <translation>Was gelten muss, was gefunden wurde und wie es zu beheben ist, steht dann hier.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>About this item</source>
        <translation>Zu diesem Punkt</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Evidence {n}</source>
        <translation>Nachweis {n}</translation>
    </message>
    <message>
        <source>Whole site</source>
        <translation>Gesamter Standort</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>and {n} more, {a} of them fail</source>
        <translation>und {n} weitere, davon {a} verfehlt</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>Which evidence</source>
        <translation>Welcher Nachweis</translation>
    </message>
    <message>
        <source>Each command that this result rests on; choose one to see what it printed.</source>
        <translation>Jeder Befehl, auf dem dieses Ergebnis ruht; wählen Sie einen, um zu sehen, was er ausgab.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>Kein Nachweis</translation>
    </message>
    <message>
        <source>Nothing was collected for this item here.</source>
        <translation>Zu diesem Punkt wurde hier nichts erhoben.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lese…</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>exit {n}</source>
        <translation>Status {n}</translation>
    </message>
    <message>
        <source>as root</source>
        <translation>als root</translation>
    </message>
    <message>
        <source>as the login account</source>
        <translation>als Anmeldekonto</translation>
    </message>
    <message>
        <source>no exit status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>{n} bytes</source>
        <translation>{n} Bytes</translation>
    </message>
    <message>
        <source>cut: first {n} bytes</source>
        <translation>gekürzt: die ersten {n} Bytes</translation>
    </message>
    <message>
        <source>bytes that aren&apos;t text are spelt out</source>
        <translation>Bytes, die kein Text sind, sind ausgeschrieben</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Output of the command</source>
        <translation>Ausgabe des Befehls</translation>
    </message>
    <message>
        <source>Search in this output</source>
        <translation>In dieser Ausgabe suchen</translation>
    </message>
    <message>
        <source>Marks every place where this text stands; Return or F3 leads to the next one.</source>
        <translation>Markiert jede Stelle, an der dieser Text steht; Eingabe oder F3 führt zur nächsten.</translation>
    </message>
    <message>
        <source>Copy the command and its output</source>
        <translation>Befehl und Ausgabe kopieren</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Seite davor</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Seite danach</translation>
    </message>
    <message>
        <source>Lines {a} to {b} of {n}</source>
        <translation>Zeilen {a} bis {b} von {n}</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gefunden</translation>
    </message>
</context>
<context>
    <name>ExportStep</name>
    <message>
        <source>Sign and export</source>
        <translation>Unterschrift und Export</translation>
    </message>
    <message>
        <source>Say who answers for this audit, lock it, and hand over the report.</source>
        <translation>Sagen Sie, wer für dieses Audit einsteht, sperren Sie es und übergeben Sie den Bericht.</translation>
    </message>
    <message>
        <source>Hands the audit over. Signing locks it: to change anything after that, open a new revision and say why. Reports can be written at any time, and say whether the audit is signed and what is undecided. Open questions go out as a form to fill in and come back as answers; a report can be checked against the audit that it was written from.</source>
        <translation>Übergibt das Audit. Das Unterschreiben sperrt es: Um danach etwas zu ändern, öffnen Sie eine neue Revision und sagen, warum. Berichte können jederzeit geschrieben werden und sagen, ob das Audit unterschrieben ist und was offen ist. Offene Fragen gehen als Formular hinaus und kommen als Antworten zurück; ein Bericht kann mit dem Audit verglichen werden, aus dem er geschrieben wurde.</translation>
    </message>
    <message>
        <source>Next undecided</source>
        <translation>Nächster offener</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Unterschreiben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Who answers for this audit; it stands on the cover and at the signature.</source>
        <translation>Wer für dieses Audit einsteht; der Name steht auf dem Deckblatt und bei der Unterschrift.</translation>
    </message>
    <message>
        <source>In which capacity, such as auditor.</source>
        <translation>In welcher Rolle, etwa Auditorin.</translation>
    </message>
    <message>
        <source>To sign: what is signed, in a sentence, which may be left out. To open a new revision: why; that is needed.</source>
        <translation>Zum Unterschreiben: was unterschrieben wird, in einem Satz, der fehlen darf. Für eine neue Revision: warum; das ist nötig.</translation>
    </message>
    <message>
        <source>Sign although nobody has reviewed some answers; the report says so</source>
        <translation>Unterschreiben, obwohl niemand manche Antworten geprüft hat; der Bericht sagt es</translation>
    </message>
    <message>
        <source>Answers that wait for a second person hold the signature up, unless you say here that they don&apos;t.</source>
        <translation>Antworten, die auf eine zweite Person warten, halten die Unterschrift auf, außer Sie sagen hier, dass sie es nicht tun.</translation>
    </message>
    <message>
        <source>Sign although some answers are outdated; the report says so</source>
        <translation>Unterschreiben, obwohl manche Antworten überholt sind; der Bericht sagt es</translation>
    </message>
    <message>
        <source>Item, check or evidence changed after some answers; they hold the signature up, unless you say here that they don&apos;t.</source>
        <translation>Punkt, Prüfung oder Nachweis haben sich nach manchen Antworten geändert; sie halten die Unterschrift auf, außer Sie sagen hier, dass sie es nicht tun.</translation>
    </message>
    <message>
        <source>Sign and lock</source>
        <translation>Unterschreiben und sperren</translation>
    </message>
    <message>
        <source>Close this revision under your name: nothing can be answered or run in it any more.</source>
        <translation>Diese Revision unter Ihrem Namen abschließen: In ihr kann nichts mehr beantwortet oder geprüft werden.</translation>
    </message>
    <message>
        <source>Open a new revision</source>
        <translation>Neue Revision öffnen</translation>
    </message>
    <message>
        <source>Go on with this audit; the signed revision stays in its history as it is.</source>
        <translation>Dieses Audit weiterführen; die unterschriebene Revision bleibt in seinem Verlauf, wie sie ist.</translation>
    </message>
    <message>
        <source>This audit is signed and locked</source>
        <translation>Dieses Audit ist unterschrieben und gesperrt</translation>
    </message>
    <message>
        <source>{n} findings are still undecided</source>
        <translation>{n} Befunde sind noch unentschieden</translation>
    </message>
    <message>
        <source>1 finding is still undecided</source>
        <translation>1 Befund ist noch unentschieden</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>Alles ist entschieden</translation>
    </message>
    <message>
        <source>{a} of {b} decided, {c} fail. Revision {n}.</source>
        <translation>{a} von {b} entschieden, {c} verfehlt. Revision {n}.</translation>
    </message>
    <message>
        <source>Signed by {name}, {role}, {day}. To change anything, open a new revision and say why.</source>
        <translation>Unterschrieben von {name}, {role}, {day}. Um etwas zu ändern, öffnen Sie eine neue Revision und sagen, warum.</translation>
    </message>
    <message>
        <source>Locks the answers. What is undecided stays in the report as not assessed.</source>
        <translation>Sperrt die Antworten. Was unentschieden ist, steht im Bericht als nicht beurteilt.</translation>
    </message>
    <message>
        <source>Why it is opened again</source>
        <translation>Warum es wieder geöffnet wird</translation>
    </message>
    <message>
        <source>What is signed, in a sentence</source>
        <translation>Was unterschrieben wird, in einem Satz</translation>
    </message>
    <message>
        <source>Nobody is named with a role who answers for this audit</source>
        <translation>Niemand mit Rolle ist genannt, der für dieses Audit einsteht</translation>
    </message>
    <message>
        <source>Hosts were not looked at to the end</source>
        <translation>Hosts wurden nicht bis zum Ende angesehen</translation>
    </message>
    <message>
        <source>1 undecided finding, reported as not assessed</source>
        <translation>1 unentschiedener Befund, berichtet als nicht beurteilt</translation>
    </message>
    <message>
        <source>{n} undecided findings, reported as not assessed</source>
        <translation>{n} unentschiedene Befunde, berichtet als nicht beurteilt</translation>
    </message>
    <message>
        <source>1 rejected answer, to be given again</source>
        <translation>1 zurückgewiesene Antwort, neu zu geben</translation>
    </message>
    <message>
        <source>{n} rejected answers, to be given again</source>
        <translation>{n} zurückgewiesene Antworten, neu zu geben</translation>
    </message>
    <message>
        <source>1 answer that was carried over, to be confirmed</source>
        <translation>1 übernommene Antwort, zu bestätigen</translation>
    </message>
    <message>
        <source>{n} answers that were carried over, to be confirmed</source>
        <translation>{n} übernommene Antworten, zu bestätigen</translation>
    </message>
    <message>
        <source>1 answer that is outdated or over</source>
        <translation>1 veraltete oder abgelaufene Antwort</translation>
    </message>
    <message>
        <source>{n} answers that are outdated or over</source>
        <translation>{n} veraltete oder abgelaufene Antworten</translation>
    </message>
    <message>
        <source>1 answer that no second person has accepted</source>
        <translation>1 Antwort, die keine zweite Person angenommen hat</translation>
    </message>
    <message>
        <source>{n} answers that no second person has accepted</source>
        <translation>{n} Antworten, die keine zweite Person angenommen hat</translation>
    </message>
    <message>
        <source>Signed and locked. Now write the reports.</source>
        <translation>Unterschrieben und gesperrt. Schreiben Sie nun die Berichte.</translation>
    </message>
    <message>
        <source>A new revision is open; the signed one is in its history.</source>
        <translation>Eine neue Revision ist offen; die unterschriebene steht im Verlauf.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: {title}</source>
        <translation>Wählen: {title}</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>Failed {n}</source>
        <translation>Verfehlt {n}</translation>
    </message>
    <message>
        <source>Undecided {n}</source>
        <translation>Offen {n}</translation>
    </message>
    <message>
        <source>Manual {n}</source>
        <translation>Von Hand {n}</translation>
    </message>
    <message>
        <source>Changed {n}</source>
        <translation>Geändert {n}</translation>
    </message>
    <message>
        <source>Waived {n}</source>
        <translation>Ausgenommen {n}</translation>
    </message>
    <message>
        <source>Rejected {n}</source>
        <translation>Zurückgewiesen {n}</translation>
    </message>
    <message>
        <source>To confirm {n}</source>
        <translation>Zu bestätigen {n}</translation>
    </message>
    <message>
        <source>Answered {n}</source>
        <translation>Beantwortet {n}</translation>
    </message>
    <message>
        <source>What a person answers</source>
        <translation>Was ein Mensch beantwortet</translation>
    </message>
    <message>
        <source>Changed since the earlier audit that this one is compared with</source>
        <translation>Geändert seit dem früheren Audit, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Waived, and waivers that are over</source>
        <translation>Ausgenommen, und abgelaufene Ausnahmen</translation>
    </message>
    <message>
        <source>Rejected by a second person: to be answered again</source>
        <translation>Von einer zweiten Person zurückgewiesen: neu zu beantworten</translation>
    </message>
    <message>
        <source>Carried over, outdated, or over: to be looked at again</source>
        <translation>Übernommen, veraltet oder abgelaufen: erneut anzusehen</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Since the earlier audit: {word}</source>
        <translation>Seit dem früheren Audit: {word}</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>gesamter Standort</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Item</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Sev.</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>gesamter Standort</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Which chapter</source>
        <translation>Welches Kapitel</translation>
    </message>
    <message>
        <source>Only findings of that chapter.</source>
        <translation>Nur Befunde dieses Kapitels.</translation>
    </message>
    <message>
        <source>Which severity</source>
        <translation>Welcher Schweregrad</translation>
    </message>
    <message>
        <source>Only findings of that severity.</source>
        <translation>Nur Befunde dieses Schweregrads.</translation>
    </message>
    <message>
        <source>Which host</source>
        <translation>Welcher Host</translation>
    </message>
    <message>
        <source>Only findings of that host, or of the whole site.</source>
        <translation>Nur Befunde dieses Hosts oder des gesamten Standorts.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>No findings here</source>
        <translation>Hier gibt es keine Befunde</translation>
    </message>
    <message>
        <source>None is of this chapter, severity, host and result together.</source>
        <translation>Keiner hat zugleich dieses Kapitel, diesen Schweregrad, diesen Host und dieses Ergebnis.</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>Alle Kapitel</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>Alle Schweregrade</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>Alle Hosts</translation>
    </message>
    <message>
        <source>Whole site</source>
        <translation>Gesamter Standort</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 Befund</translation>
    </message>
    <message>
        <source>{n} findings</source>
        <translation>{n} Befunde</translation>
    </message>
    <message>
        <source>Show the finding</source>
        <translation>Befund zeigen</translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message>
        <source>Answers without a computer</source>
        <translation>Antworten ohne Rechner</translation>
    </message>
    <message>
        <source>The open questions as a PDF form with room for answers, to print or to fill in on screen. Read back, each reply becomes an answer with the form attached; what changed meanwhile is refused.</source>
        <translation>Die offenen Fragen als PDF-Formular mit Platz für Antworten, zum Drucken oder Ausfüllen am Bildschirm. Wieder eingelesen wird aus jeder Antwort ein Eintrag mit angehängtem Formular; was sich inzwischen geändert hat, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Write the form</source>
        <translation>Formular schreiben</translation>
    </message>
    <message>
        <source>A PDF with every open question and fields for answer, name and remark.</source>
        <translation>Ein PDF mit jeder offenen Frage und Feldern für Antwort, Name und Bemerkung.</translation>
    </message>
    <message>
        <source>Read a filled form…</source>
        <translation>Ausgefülltes Formular lesen…</translation>
    </message>
    <message>
        <source>Take the answers of a form in; what can&apos;t be taken is listed with its reason.</source>
        <translation>Die Antworten eines Formulars übernehmen; was nicht übernommen werden kann, wird mit dem Grund aufgelistet.</translation>
    </message>
    <message>
        <source>Replies of the form</source>
        <translation>Antworten des Formulars</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe…</translation>
    </message>
    <message>
        <source>The filled form</source>
        <translation>Das ausgefüllte Formular</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lese…</translation>
    </message>
    <message>
        <source>Answers taken: {a}; refused: {b}; left empty: {c}.</source>
        <translation>Antworten übernommen: {a}; abgewiesen: {b}; leer gelassen: {c}.</translation>
    </message>
</context>
<context>
    <name>FormatChoice</name>
    <message>
        <source>The report for the auditor, with evidence</source>
        <translation>Der Bericht für den Prüfer, mit Nachweisen</translation>
    </message>
    <message>
        <source>The report as one page for a browser</source>
        <translation>Der Bericht als eine Seite für den Browser</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Report, data and attached files with their hashes, for an auditor without Bartizan</source>
        <translation>Bericht, Daten und angehängte Dateien mit Prüfsummen, für Prüfer ohne Bartizan</translation>
    </message>
    <message>
        <source>Everything that is in the audit</source>
        <translation>Alles, was im Audit steht</translation>
    </message>
    <message>
        <source>One line a finding, for spreadsheets</source>
        <translation>Eine Zeile je Befund, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>For Heimdall</source>
        <translation>Für Heimdall</translation>
    </message>
    <message>
        <source>Assessment results, for compliance platforms</source>
        <translation>Prüfergebnisse, für Compliance-Plattformen</translation>
    </message>
    <message>
        <source>For SCAP tools</source>
        <translation>Für SCAP-Werkzeuge</translation>
    </message>
    <message>
        <source>For STIG Viewer 2</source>
        <translation>Für STIG Viewer 2</translation>
    </message>
    <message>
        <source>For STIG Viewer 3</source>
        <translation>Für STIG Viewer 3</translation>
    </message>
    <message>
        <source>For people</source>
        <translation>Für Menschen</translation>
    </message>
    <message>
        <source>To read, print and file</source>
        <translation>Zum Lesen, Drucken und Ablegen</translation>
    </message>
    <message>
        <source>For other programs</source>
        <translation>Für andere Programme</translation>
    </message>
    <message>
        <source>The same findings as data</source>
        <translation>Dieselben Befunde als Daten</translation>
    </message>
    <message>
        <source>For checklists</source>
        <translation>Für Prüflisten</translation>
    </message>
    <message>
        <source>To import where checklists are kept</source>
        <translation>Zum Einlesen, wo Prüflisten geführt werden</translation>
    </message>
    <message>
        <source>Ticked: this form of the report is written into the folder below.</source>
        <translation>Angehakt: Diese Form des Berichts wird in den Ordner unten geschrieben.</translation>
    </message>
</context>
<context>
    <name>FoundGuestsPage</name>
    <message>
        <source>Guests that were found</source>
        <translation>Gefundene Gäste</translation>
    </message>
    <message>
        <source>Hosts of this audit run these guests. To look inside one, give it an address to log in to.</source>
        <translation>Hosts dieses Audits betreiben diese Gäste. Um in einen hineinzusehen, geben Sie ihm eine Adresse zum Anmelden.</translation>
    </message>
    <message>
        <source>audit@{name}.example.org</source>
        <translation>audit@{name}.example.org</translation>
    </message>
    <message>
        <source>Address of all guests that have none yet</source>
        <translation>Adresse aller Gäste, die noch keine haben</translation>
    </message>
    <message>
        <source>How the guests are reached, with {name} for the guest&apos;s name, such as audit@{name}.example.org. It fills every address below that is empty.</source>
        <translation>Wie die Gäste erreicht werden, mit {name} für den Namen des Gastes, etwa audit@{name}.example.org. Es füllt jede leere Adresse darunter.</translation>
    </message>
    <message>
        <source>Address of all that have none, {name} being the guest:</source>
        <translation>Adresse aller ohne eigene, {name} steht für den Gast:</translation>
    </message>
    <message>
        <source>{guest} on {host}</source>
        <translation>{guest} auf {host}</translation>
    </message>
    <message>
        <source>Ticked: this guest becomes a machine of the audit, looked at from within.</source>
        <translation>Angehakt: Dieser Gast wird eine Maschine des Audits, von innen geprüft.</translation>
    </message>
    <message>
        <source>user@host:port</source>
        <translation>benutzer@host:port</translation>
    </message>
    <message>
        <source>Address of {guest}</source>
        <translation>Adresse von {guest}</translation>
    </message>
    <message>
        <source>Where the guest itself answers, as user@host:port; a guest that is ticked needs it.</source>
        <translation>Wo der Gast selbst antwortet, als user@host:port; ein angehakter Gast braucht es.</translation>
    </message>
    <message>
        <source>Add {n} to the audit</source>
        <translation>{n} zum Audit hinzufügen</translation>
    </message>
    <message>
        <source>Add to the audit</source>
        <translation>Zum Audit hinzufügen</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What the badges say</source>
        <translation>Was die Abzeichen sagen</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>When and who</source>
        <translation>Wann und wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>HostAdding</name>
    <message>
        <source>user@host:port, or a name from your SSH config; several with commas</source>
        <translation>benutzer@host:port oder ein Name aus Ihrer SSH-Konfiguration; mehrere mit Kommas</translation>
    </message>
    <message>
        <source>Add hosts</source>
        <translation>Hosts hinzufügen</translation>
    </message>
    <message>
        <source>Machines to add, several with commas: user@host:port, an IPv6 address in brackets such as root@[2001:db8::7]:22, or a name of your SSH config. User and port can be left out.</source>
        <translation>Maschinen zum Hinzufügen, mehrere mit Kommas: user@host:port, eine IPv6-Adresse in Klammern wie root@[2001:db8::7]:22 oder ein Name aus Ihrer SSH-Konfiguration. Konto und Port können fehlen.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Add the machine that you sit at; it is looked at without SSH.</source>
        <translation>Die Maschine hinzufügen, an der Sie sitzen; sie wird ohne SSH geprüft.</translation>
    </message>
    <message>
        <source>From SSH config…</source>
        <translation>Aus SSH-Konfiguration…</translation>
    </message>
    <message>
        <source>Choose among the hosts that your SSH config names.</source>
        <translation>Unter den Hosts wählen, die Ihre SSH-Konfiguration nennt.</translation>
    </message>
    <message>
        <source>From an inventory…</source>
        <translation>Aus einem Inventar…</translation>
    </message>
    <message>
        <source>Add the hosts of a file: YAML of Bartizan, or an inventory of Ansible. It can be dropped here too.</source>
        <translation>Die Hosts einer Datei hinzufügen: YAML von Bartizan oder ein Inventar von Ansible. Sie kann auch hierher gezogen werden.</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>Liste einfügen…</translation>
    </message>
    <message>
        <source>Add many hosts from text, one a line.</source>
        <translation>Viele Hosts aus einem Text hinzufügen, einen je Zeile.</translation>
    </message>
    <message>
        <source>These hosts are in the audit already.</source>
        <translation>Diese Hosts sind schon im Audit.</translation>
    </message>
    <message>
        <source>{n} added; {m} were in the audit already.</source>
        <translation>{n} hinzugefügt; {m} waren schon im Audit.</translation>
    </message>
    <message>
        <source>1 host added.</source>
        <translation>1 Host hinzugefügt.</translation>
    </message>
    <message>
        <source>{n} hosts added.</source>
        <translation>{n} Hosts hinzugefügt.</translation>
    </message>
    <message>
        <source>Inventories (*.yaml *.yml *.ini *.cfg *.json hosts inventory)</source>
        <translation>Inventare (*.yaml *.yml *.ini *.cfg *.json hosts inventory)</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>… and {n} more lines</source>
        <translation>… und {n} weitere Zeilen</translation>
    </message>
    <message>
        <source>… and 1 more line</source>
        <translation>… und 1 weitere Zeile</translation>
    </message>
    <message>
        <source>{file} names no hosts.</source>
        <translation>{file} nennt keine Hosts.</translation>
    </message>
    <message>
        <source>Your SSH config (~/.ssh/config) names no hosts.</source>
        <translation>Ihre SSH-Konfiguration (~/.ssh/config) nennt keine Hosts.</translation>
    </message>
    <message>
        <source>All hosts that your SSH config (~/.ssh/config) names are in this audit.</source>
        <translation>Alle Hosts, die Ihre SSH-Konfiguration (~/.ssh/config) nennt, sind in diesem Audit.</translation>
    </message>
</context>
<context>
    <name>HostChanges</name>
    <message>
        <source>Asking the keyring to remember it…</source>
        <translation>Bitte den Schlüsselbund, es zu merken…</translation>
    </message>
    <message>
        <source>Not remembered: kept for this session only.</source>
        <translation>Nicht gemerkt: nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>Remembered in the keyring, and read back from it.</source>
        <translation>Im Schlüsselbund gemerkt und daraus zurückgelesen.</translation>
    </message>
    <message>
        <source>{n} hosts changed.</source>
        <translation>{n} Hosts geändert.</translation>
    </message>
    <message>
        <source>{hosts} removed from this audit.</source>
        <translation>{hosts} aus diesem Audit entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{n} hosts</source>
        <translation>{n} Hosts</translation>
    </message>
    <message>
        <source>{hosts} put back.</source>
        <translation>{hosts} wieder aufgenommen.</translation>
    </message>
</context>
<context>
    <name>HostKeysPage</name>
    <message>
        <source>Host keys to confirm</source>
        <translation>Zu bestätigende Hostschlüssel</translation>
    </message>
    <message>
        <source>Tick the keys whose fingerprints you have compared with what the hosts&apos; administrators say, or with ssh-keygen -lf on the hosts. An accepted key is believed from then on.</source>
        <translation>Kreuzen Sie die Schlüssel an, deren Fingerabdrücke Sie mit den Angaben der Administratoren oder mit ssh-keygen -lf auf den Hosts verglichen haben. Einem angenommenen Schlüssel wird fortan geglaubt.</translation>
    </message>
    <message>
        <source>Host keys that nobody has confirmed</source>
        <translation>Hostschlüssel, die niemand bestätigt hat</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keinen ankreuzen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept {n} keys</source>
        <translation>{n} Schlüssel annehmen</translation>
    </message>
</context>
<context>
    <name>HostOutcome</name>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Where else this key was seen</source>
        <translation>Wo dieser Schlüssel sonst gesehen wurde</translation>
    </message>
    <message>
        <source>Accept this key</source>
        <translation>Diesen Schlüssel annehmen</translation>
    </message>
    <message>
        <source>This host asks you something; see above.</source>
        <translation>Dieser Host fragt Sie etwas; siehe oben.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Teste…</translation>
    </message>
    <message>
        <source>The way there leads through {host}, whose key nobody has confirmed yet. It shows this one:</source>
        <translation>Der Weg dorthin führt über {host}, dessen Schlüssel noch niemand bestätigt hat. Er zeigt diesen:</translation>
    </message>
    <message>
        <source>Nobody has confirmed the key of {host} yet. It shows this one:</source>
        <translation>Noch niemand hat den Schlüssel von {host} bestätigt. Er zeigt diesen:</translation>
    </message>
    <message>
        <source>Compare it with what the host&apos;s administrator tells you, or with ssh-keygen -lf on the host&apos;s own screen.</source>
        <translation>Vergleichen Sie ihn mit der Angabe des Administrators oder mit ssh-keygen -lf am Bildschirm des Hosts selbst.</translation>
    </message>
    <message>
        <source>There is no button for this on purpose. Ask whoever runs the host whether it was set up anew, and get the new fingerprint by another way than this network. Only if both agree, delete the old line and test again; then the new key is shown for you to confirm.</source>
        <translation>Dafür gibt es mit Absicht keine Schaltfläche. Fragen Sie, wer den Host betreibt, ob er neu aufgesetzt wurde, und lassen Sie sich den neuen Fingerabdruck auf einem anderen Weg als über dieses Netz geben. Nur wenn beide übereinstimmen, löschen Sie die alte Zeile und testen erneut; dann wird der neue Schlüssel zum Bestätigen gezeigt.</translation>
    </message>
</context>
<context>
    <name>HostPanel</name>
    <message>
        <source>What was found there</source>
        <translation>Was dort gefunden wurde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What this machine is called in the list, in columns and in the report; each name stands for one machine. Its results and its secrets follow a new name.</source>
        <translation>Wie diese Maschine in der Liste, in Spalten und im Bericht heißt; jeder Name steht für eine Maschine. Ihre Ergebnisse und Geheimnisse gehen mit einem neuen Namen mit.</translation>
    </message>
    <message>
        <source>user@host:port</source>
        <translation>benutzer@host:port</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>How it is reached: a name, an IPv4 or an IPv6 address, or a name of your SSH config, such as audit@192.0.2.10:2222 or audit@[2001:db8::7]. What is left out comes from the SSH config, else from your own account and port 22.</source>
        <translation>Wie sie erreicht wird: ein Name, eine IPv4- oder IPv6-Adresse oder ein Name aus Ihrer SSH-Konfiguration, etwa audit@192.0.2.10:2222 oder audit@[2001:db8::7]. Was fehlt, kommt aus der SSH-Konfiguration, sonst gelten Ihr eigenes Konto und Port 22.</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Whether it runs virtual machines (host) or is one (guest); it decides which items concern it. “Detect” finds out on the machine itself.</source>
        <translation>Ob sie virtuelle Maschinen betreibt (Host) oder selbst eine ist (Gast); danach richtet sich, welche Punkte sie betreffen. „Erkennen“ stellt es auf der Maschine selbst fest.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Which checks fit, such as those for libvirt or Proxmox. “Detect” finds out on the machine itself; choose one where that can&apos;t be seen.</source>
        <translation>Welche Prüfungen passen, etwa die für libvirt oder Proxmox. „Erkennen“ stellt es auf der Maschine selbst fest; wählen Sie eine, wo man das nicht sehen kann.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>The host of this audit on which it is a guest. Host and guest are then compared with each other, and the guest stands beneath its host.</source>
        <translation>Der Host dieses Audits, auf dem sie als Gast läuft. Host und Gast werden dann miteinander verglichen, und der Gast steht unter seinem Host.</translation>
    </message>
    <message>
        <source>words of your own, with commas</source>
        <translation>eigene Wörter, mit Kommas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words of your own for filtering, such as prod, dmz: up to 64 characters each, with commas between them.</source>
        <translation>Eigene Wörter zum Filtern, etwa prod, dmz: je höchstens 64 Zeichen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>HostSecrets</name>
    <message>
        <source>{sentence} Going on without saved passwords.</source>
        <translation>{sentence} Es geht ohne gespeicherte Passwörter weiter.</translation>
    </message>
</context>
<context>
    <name>HostTable</name>
    <message>
        <source>Hosts of this audit</source>
        <translation>Hosts dieses Audits</translation>
    </message>
    <message>
        <source>Up and Down choose a host, with Shift or Ctrl several. Return leads to its settings, Delete takes it out of the audit, Alt+Up and Alt+Down move it, Ctrl+T tests its connection.</source>
        <translation>Auf und Ab wählen einen Host, mit Umschalt oder Strg mehrere. Eingabe führt zu seinen Einstellungen, Entf nimmt ihn aus dem Audit, Alt+Auf und Alt+Ab verschieben ihn, Strg+T testet seine Verbindung.</translation>
    </message>
    <message>
        <source>{n} hosts</source>
        <translation>{n} Hosts</translation>
    </message>
</context>
<context>
    <name>HostsStep</name>
    <message>
        <source>The machines of this audit, and how each is reached. Add them by address, from your SSH config, from an inventory or from a pasted list; role and platform are found out. “Test connection” says in words what works and what to do about the rest. Nothing is installed on a host, and nothing is changed there. Rows are put in order by drag, or with Alt+Up and Alt+Down; columns and report follow that order.</source>
        <translation>Die Maschinen dieses Audits und wie jede erreicht wird. Fügen Sie sie nach Adresse, aus Ihrer SSH-Konfiguration, aus einem Inventar oder aus einer Liste hinzu; Rolle und Plattform werden festgestellt. „Verbindung testen“ sagt in Worten, was geht und was beim Rest zu tun ist. Auf einem Host wird nichts installiert und nichts geändert. Zeilen ordnet man durch Ziehen oder mit Alt+Auf und Alt+Ab; Spalten und Bericht folgen dieser Ordnung.</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Filter by name, address, platform, tag or state</source>
        <translation>Nach Name, Adresse, Plattform, Schlagwort oder Zustand filtern</translation>
    </message>
    <message>
        <source>Filter the hosts</source>
        <translation>Hosts filtern</translation>
    </message>
    <message>
        <source>Only rows that hold every word that you type stay; upper and lower case are alike.</source>
        <translation>Es bleiben nur Zeilen, die jedes eingegebene Wort enthalten; Groß- und Kleinschreibung sind gleich.</translation>
    </message>
    <message>
        <source>No hosts yet</source>
        <translation>Noch keine Hosts</translation>
    </message>
    <message>
        <source>Type an address above and press Enter. Nothing is installed on a host, and nothing is changed there.</source>
        <translation>Geben Sie oben eine Adresse ein und drücken Sie die Eingabetaste. Auf einem Host wird nichts installiert und nichts geändert.</translation>
    </message>
    <message>
        <source>{n} in this audit</source>
        <translation>{n} in diesem Audit</translation>
    </message>
    <message>
        <source>{n} rows shown</source>
        <translation>{n} Zeilen gezeigt</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Hosts are moved in the audit&apos;s own order: click the sorted column&apos;s title until it shows.</source>
        <translation>Hosts werden in der Reihenfolge des Audits verschoben: Klicken Sie auf den Titel der sortierten Spalte, bis sie erscheint.</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Items of this chapter</source>
        <translation>Punkte dieses Kapitels</translation>
    </message>
    <message>
        <source>Arrow keys lead from result to result; with Shift several are chosen. Return leads to the answer, or opens what a section is about. N: the next undecided one; P, F, A, W: answer; Ctrl+F: search.</source>
        <translation>Pfeiltasten führen von Ergebnis zu Ergebnis; mit Umschalt werden mehrere gewählt. Eingabe führt zur Antwort oder öffnet, worum es in einem Abschnitt geht. N: das nächste offene; P, F, A, W: antworten; Strg+F: suchen.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No item of this chapter matches the filters and the search.</source>
        <translation>Kein Punkt dieses Kapitels passt zu Filtern und Suche.</translation>
    </message>
    <message>
        <source>Show all items</source>
        <translation>Alle Punkte zeigen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Antworten…</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>{n} ausgewählt</translation>
    </message>
    <message>
        <source>{n} selected: {items} items on {hosts} hosts</source>
        <translation>{n} ausgewählt: {items} Punkte auf {hosts} Hosts</translation>
    </message>
    <message>
        <source>{n} selected: {items} items</source>
        <translation>{n} ausgewählt: {items} Punkte</translation>
    </message>
</context>
<context>
    <name>ItemMenu</name>
    <message>
        <source>Answer: pass</source>
        <translation>Antwort: erfüllt</translation>
    </message>
    <message>
        <source>Answer: fail</source>
        <translation>Antwort: verfehlt</translation>
    </message>
    <message>
        <source>Answer: not applicable</source>
        <translation>Antwort: nicht anwendbar</translation>
    </message>
    <message>
        <source>Answer: waive</source>
        <translation>Antwort: ausnehmen</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Which sort of entry</source>
        <translation>Welche Art von Eintrag</translation>
    </message>
    <message>
        <source>Only entries of that sort.</source>
        <translation>Nur Einträge dieser Art.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>Looking at hosts</source>
        <translation>Ansehen von Hosts</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>Signatures and revisions</source>
        <translation>Unterschriften und Revisionen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Only what that person entered.</source>
        <translation>Nur, was diese Person eingetragen hat.</translation>
    </message>
    <message>
        <source>Search items, hosts, remarks</source>
        <translation>Punkte, Hosts, Bemerkungen suchen</translation>
    </message>
    <message>
        <source>Only entries that hold every word that you type stay.</source>
        <translation>Es bleiben nur Einträge, die jedes eingegebene Wort enthalten.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{a} of {b} entries</source>
        <translation>{a} von {b} Einträgen</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
</context>
<context>
    <name>KindCounts</name>
    <message>
        <source>Leads to the list of these.</source>
        <translation>Führt zur Liste davon.</translation>
    </message>
</context>
<context>
    <name>LiveList</name>
    <message>
        <source>What is being looked at</source>
        <translation>Was gerade angesehen wird</translation>
    </message>
    <message>
        <source>Every command as it is run, with its host; the newest is at the end.</source>
        <translation>Jeder Befehl, wie er läuft, mit seinem Host; der neueste steht am Ende.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Protokoll filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Kept for this session only: your home folder can&apos;t be written.</source>
        <translation>Nur für diese Sitzung: Ihr Heimatordner ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>Liegt in {file}</translation>
    </message>
    <message>
        <source>Copy without names</source>
        <translation>Ohne Namen kopieren</translation>
    </message>
    <message>
        <source>Names of the open audit, addresses, accounts and your home folder are taken out.</source>
        <translation>Namen des offenen Audits, Adressen, Konten und Ihr Heimatordner werden entfernt.</translation>
    </message>
    <message>
        <source>{a} of {b} lines</source>
        <translation>{a} von {b} Zeilen</translation>
    </message>
</context>
<context>
    <name>LoginForm</name>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Agent, SSH config, keyring</source>
        <translation>Agent, SSH-Config, Schlüsselbund</translation>
    </message>
    <message>
        <source>Agent only</source>
        <translation>Nur Agent</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Log in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>How the account proves itself. “Agent, SSH config, keyring” tries the keys of the agent, those that the SSH config names, then what the keyring remembers; a key file that neither of them names is not offered. The others try that one thing only.</source>
        <translation>Womit sich das Konto ausweist. „Agent, SSH-Config, Schlüsselbund“ versucht die Schlüssel des Agenten und die, welche die SSH-Config nennt, dann was der Schlüsselbund kennt; eine Schlüsseldatei, die keiner von beiden nennt, wird nicht angeboten. Die anderen versuchen nur dieses eine.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>The private key, such as ~/.ssh/id_ed25519. It is read on this computer and never sent or copied.</source>
        <translation>Der private Schlüssel, etwa ~/.ssh/id_ed25519. Er wird auf diesem Rechner gelesen und nie gesendet oder kopiert.</translation>
    </message>
    <message>
        <source>OpenSSH certificate</source>
        <translation>OpenSSH-Zertifikat</translation>
    </message>
    <message>
        <source>the one beside the key</source>
        <translation>das neben dem Schlüssel</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>An OpenSSH certificate for that key. Empty: the file beside the key whose name ends in -cert.pub, if there is one.</source>
        <translation>Ein OpenSSH-Zertifikat zu diesem Schlüssel. Leer: die Datei neben dem Schlüssel, deren Name auf -cert.pub endet, falls es sie gibt.</translation>
    </message>
    <message>
        <source>if the key has one</source>
        <translation>wenn der Schlüssel eine hat</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>What unlocks the key file. It stays in memory for this session, unless the keyring is asked to remember it; it is never written into the audit.</source>
        <translation>Was die Schlüsseldatei öffnet. Es bleibt für diese Sitzung im Speicher, es sei denn, der Schlüsselbund soll es sich merken; ins Audit wird es nie geschrieben.</translation>
    </message>
    <message>
        <source>Of the account that logs in. It stays in memory for this session, unless the keyring is asked to remember it; it is never written into the audit.</source>
        <translation>Das Passwort des Kontos, das sich anmeldet. Es bleibt für diese Sitzung im Speicher, es sei denn, der Schlüsselbund soll es sich merken; ins Audit wird es nie geschrieben.</translation>
    </message>
    <message>
        <source>sudo, if it asks nothing</source>
        <translation>sudo, wenn es nichts fragt</translation>
    </message>
    <message>
        <source>sudo with a password</source>
        <translation>sudo mit Passwort</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Root rights</source>
        <translation>Root-Rechte</translation>
    </message>
    <message>
        <source>How commands that need root get it. “sudo, if it asks nothing” needs a rule with NOPASSWD; without root, what can&apos;t be read stands as “can&apos;t tell”, never as passed.</source>
        <translation>Wie Befehle, die root brauchen, dazu kommen. „sudo, wenn es nichts fragt“ braucht eine Regel mit NOPASSWD; ohne root gilt, was nicht gelesen werden kann, als „unklar“, nie als bestanden.</translation>
    </message>
    <message>
        <source>sudo password</source>
        <translation>sudo-Passwort</translation>
    </message>
    <message>
        <source>Sent only after sudo itself has asked for it, and never a part of a command. It stays in memory for this session, unless the keyring is asked to remember it.</source>
        <translation>Wird erst gesendet, wenn sudo selbst danach gefragt hat, und ist nie Teil eines Befehls. Es bleibt für diese Sitzung im Speicher, es sei denn, der Schlüsselbund soll es sich merken.</translation>
    </message>
    <message>
        <source>Remember in the keyring</source>
        <translation>Im Schlüsselbund merken</translation>
    </message>
    <message>
        <source>Puts what is typed above into the keyring of this system, for this host, so that the next session has it. Edit &gt; Credentials lists and deletes what is kept.</source>
        <translation>Legt das oben Eingegebene für diesen Host in den Schlüsselbund dieses Systems, damit die nächste Sitzung es hat. Bearbeiten &gt; Zugangsdaten listet und löscht, was aufbewahrt wird.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The settings could not be read and begin anew. What was there is kept as {path}.</source>
        <translation>Die Einstellungen ließen sich nicht lesen und beginnen neu. Was dort stand, bleibt als {path} erhalten.</translation>
    </message>
    <message>
        <source>A host asks for something</source>
        <translation>Ein Host fragt nach etwas</translation>
    </message>
    <message>
        <source>Its login waits for your answer.</source>
        <translation>Seine Anmeldung wartet auf Ihre Antwort.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>A&amp;udit</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Audit this &amp;computer</source>
        <translation>Diesen &amp;Rechner prüfen</translation>
    </message>
    <message>
        <source>&amp;New audit</source>
        <translation>&amp;Neues Audit</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Preview and print…</source>
        <translation>&amp;Vorschau und Druck…</translation>
    </message>
    <message>
        <source>&amp;Show in its folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>&amp;Close audit</source>
        <translation>Audit &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo answer</source>
        <translation>Antwort &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo answer</source>
        <translation>Antwort &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Move hosts u&amp;p</source>
        <translation>Hosts nach &amp;oben</translation>
    </message>
    <message>
        <source>Move hosts do&amp;wn</source>
        <translation>Hosts nach &amp;unten</translation>
    </message>
    <message>
        <source>C&amp;redentials…</source>
        <translation>Zu&amp;gangsdaten…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des &amp;Systems</translation>
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
        <source>&amp;Previous step</source>
        <translation>&amp;Voriger Schritt</translation>
    </message>
    <message>
        <source>Ne&amp;xt step</source>
        <translation>&amp;Nächster Schritt</translation>
    </message>
    <message>
        <source>&amp;Continue, as the button below</source>
        <translation>&amp;Weiter, wie der Knopf unten</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>Lauf &amp;abbrechen</translation>
    </message>
    <message>
        <source>Next pa&amp;rt of the window</source>
        <translation>Nächster &amp;Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Go to step</source>
        <translation>&amp;Gehe zu Schritt</translation>
    </message>
    <message>
        <source>W&amp;ider list</source>
        <translation>Liste &amp;breiter</translation>
    </message>
    <message>
        <source>Na&amp;rrower list</source>
        <translation>Liste sch&amp;maler</translation>
    </message>
    <message>
        <source>&amp;Usual width of the list</source>
        <translation>&amp;Übliche Breite der Liste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Vo&amp;llbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Test connections</source>
        <translation>Verbindungen &amp;testen</translation>
    </message>
    <message>
        <source>Answer what a &amp;host asks</source>
        <translation>Antworten, was ein &amp;Host fragt</translation>
    </message>
    <message>
        <source>Next &amp;undecided</source>
        <translation>Nächster &amp;offener</translation>
    </message>
    <message>
        <source>Answer: &amp;pass</source>
        <translation>Antwort: &amp;erfüllt</translation>
    </message>
    <message>
        <source>Answer: &amp;fail</source>
        <translation>Antwort: &amp;verfehlt</translation>
    </message>
    <message>
        <source>Answer: not a&amp;pplicable</source>
        <translation>Antwort: &amp;nicht anwendbar</translation>
    </message>
    <message>
        <source>Answer: &amp;waive</source>
        <translation>Antwort: aus&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Save the answer</source>
        <translation>Antwort &amp;speichern</translation>
    </message>
    <message>
        <source>Si&amp;gn, or open a new revision…</source>
        <translation>&amp;Unterschreiben oder neue Revision…</translation>
    </message>
    <message>
        <source>No program shows folders here; the audit is {path}.</source>
        <translation>Hier zeigt kein Programm Ordner; das Audit ist {path}.</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;About Bartizan</source>
        <translation>&amp;Über Bartizan</translation>
    </message>
    <message>
        <source>No answer of this session is left to undo. “Take back” takes the answer on show back.</source>
        <translation>Keine Antwort dieser Sitzung ist mehr rückgängig zu machen. „Zurücknehmen“ nimmt die gezeigte Antwort zurück.</translation>
    </message>
    <message>
        <source>Nothing was undone that could be done again.</source>
        <translation>Es wurde nichts rückgängig gemacht, was sich wiederherstellen ließe.</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesend</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Everything is decided.</source>
        <translation>Alles ist entschieden.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Put away: {text}</source>
        <translation>Weglegen: {text}</translation>
    </message>
</context>
<context>
    <name>OpenAudit</name>
    <message>
        <source>{folder}: this folder can&apos;t be made ({why}); choose another one.</source>
        <translation>{folder}: Dieser Ordner lässt sich nicht anlegen ({why}); wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The last run was interrupted; what it learnt is kept. Run it again.</source>
        <translation>Der letzte Lauf wurde unterbrochen; was er erfuhr, ist erhalten. Führen Sie ihn noch einmal aus.</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Expected and found</source>
        <translation>Erwartet und gefunden</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>Was gelten muss</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <source>Evidence to attach</source>
        <translation>Anzuhängende Nachweise</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es zählt</translation>
    </message>
    <message>
        <source>Answers the threats</source>
        <translation>Begegnet den Bedrohungen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Measured, in English: {text}</source>
        <translation>Gemessen, auf Englisch: {text}</translation>
    </message>
    <message>
        <source>Measured: {text}</source>
        <translation>Gemessen: {text}</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>Paste a list</source>
        <translation>Liste einfügen</translation>
    </message>
    <message>
        <source>One host a line, or separated by commas. What follows a # is a remark.</source>
        <translation>Ein Host je Zeile oder durch Kommas getrennt. Was auf ein # folgt, ist eine Bemerkung.</translation>
    </message>
    <message>
        <source>List of hosts</source>
        <translation>Liste der Hosts</translation>
    </message>
    <message>
        <source>A host a line, or several with commas: user@host:port. Lines with a fault are marked and kept.</source>
        <translation>Ein Host je Zeile oder mehrere mit Kommas: user@host:port. Zeilen mit einem Fehler werden markiert und bleiben.</translation>
    </message>
    <message>
        <source>Lines with a fault</source>
        <translation>Zeilen mit Fehler</translation>
    </message>
    <message>
        <source>Add these</source>
        <translation>Diese hinzufügen</translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation>Zeile {n}: {why}</translation>
    </message>
    <message>
        <source>… and {n} more lines</source>
        <translation>… und {n} weitere Zeilen</translation>
    </message>
    <message>
        <source>… and 1 more line</source>
        <translation>… und 1 weitere Zeile</translation>
    </message>
    <message>
        <source>Add the other {n} and keep these lines</source>
        <translation>Die anderen {n} hinzufügen und diese Zeilen behalten</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Berichts</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Der Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The report could not be written.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Page {n} of {m}</source>
        <translation>Seite {n} von {m}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>{file}: can&apos;t be read any more ({why}); open the preview again.</source>
        <translation>{file}: kann nicht mehr gelesen werden ({why}); die Vorschau neu öffnen.</translation>
    </message>
    <message>
        <source>There is no room for a preview ({why}); free some space.</source>
        <translation>Für eine Vorschau ist kein Platz ({why}); bitte Speicher freigeben.</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Geschrieben: {file}</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>In the host&apos;s own words, which nobody has checked:</source>
        <translation>In den Worten des Hosts, die niemand geprüft hat:</translation>
    </message>
    <message>
        <source>What the host says</source>
        <translation>Was der Host sagt</translation>
    </message>
    <message>
        <source>Keep it for this session</source>
        <translation>Für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Don&apos;t answer</source>
        <translation>Nicht antworten</translation>
    </message>
    <message>
        <source>{n} more waiting</source>
        <translation>{n} weitere warten</translation>
    </message>
    <message>
        <source>{where}, on the way to {host},</source>
        <translation>{where}, auf dem Weg zu {host},</translation>
    </message>
    <message>
        <source>{where} wants the password of {user}</source>
        <translation>{where} will das Passwort von {user}</translation>
    </message>
    <message>
        <source>The key for {user} at {where} has a passphrase</source>
        <translation>Der Schlüssel für {user} auf {where} hat eine Passphrase</translation>
    </message>
    <message>
        <source>{where} asks {user}</source>
        <translation>{where} fragt {user}</translation>
    </message>
    <message>
        <source> … (cut)</source>
        <translation> … (gekürzt)</translation>
    </message>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>{n} s left</source>
        <translation>noch {n} s</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{failing}, {waiting}</source>
        <translation>{failing}, {waiting}</translation>
    </message>
    <message>
        <source>1 finding fails</source>
        <translation>1 Befund verfehlt</translation>
    </message>
    <message>
        <source>{n} findings fail</source>
        <translation>{n} Befunde verfehlt</translation>
    </message>
    <message>
        <source>1 waits for you</source>
        <translation>1 wartet auf Sie</translation>
    </message>
    <message>
        <source>{n} wait for you</source>
        <translation>{n} warten auf Sie</translation>
    </message>
    <message>
        <source>could not be looked at: {n}</source>
        <translation>nicht angesehen werden konnten: {n}</translation>
    </message>
    <message>
        <source>The run has ended</source>
        <translation>Der Lauf ist beendet</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>nothing to decide</source>
        <translation>nichts zu entscheiden</translation>
    </message>
    <message>
        <source>{a} of {b} decided</source>
        <translation>{a} von {b} entschieden</translation>
    </message>
</context>
<context>
    <name>RemedyPage</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Wie es zu beheben ist</translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Nichts zu beheben</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>Auf {host}</translation>
    </message>
    <message>
        <source>For the whole site</source>
        <translation>Für den gesamten Standort</translation>
    </message>
    <message>
        <source>This item passes here.</source>
        <translation>Dieser Punkt ist hier erfüllt.</translation>
    </message>
    <message>
        <source>No remedy on record</source>
        <translation>Keine Abhilfe hinterlegt</translation>
    </message>
    <message>
        <source>This item is mended by what “What must hold” asks for.</source>
        <translation>Dieser Punkt wird durch das behoben, was „Was gelten muss“ verlangt.</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>The report gets a chapter on what is better, worse, new or gone since then.</source>
        <translation>Der Bericht bekommt ein Kapitel darüber, was seither besser, schlechter, neu oder fort ist.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where reports go, named after the audit&apos;s file; a report of that name is replaced.</source>
        <translation>Wohin Berichte gehen, benannt nach der Datei des Audits; ein Bericht dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Write the reports</source>
        <translation>Berichte schreiben</translation>
    </message>
    <message>
        <source>Say in PDF and folder what changed since “{title}”</source>
        <translation>In PDF und Ordner sagen, was sich seit „{title}“ geändert hat</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>Ordner für die Berichte</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe…</translation>
    </message>
    <message>
        <source>Written.</source>
        <translation>Geschrieben.</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>Where the audit stands. Each number and each bar leads to its list on Findings, which goes across all chapters. On Answers a second person accepts or rejects what was answered; Changes compares with an earlier audit or revision; History says who did what, and when. The score is the share of decided results that pass; a waived failure is left out of it, and counted as failed in the score before waivers.</source>
        <translation>Wo das Audit steht. Jede Zahl und jeder Balken führt zu seiner Liste unter Befunde, die über alle Kapitel geht. Unter Antworten nimmt eine zweite Person an, was geantwortet wurde, oder weist es zurück; Änderungen vergleicht mit einem früheren Audit oder einer Revision; Verlauf sagt, wer wann was getan hat. Der Punktwert ist der Anteil der entschiedenen Ergebnisse, die erfüllt sind; ein Mangel mit Ausnahme zählt darin nicht und gilt im Punktwert vor Ausnahmen als verfehlt.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Pages of the review</source>
        <translation>Seiten der Prüfung</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>RunStep</name>
    <message>
        <source>Looks at all hosts at the same time with commands that only read. A host that can&apos;t be reached disturbs no other, and can be tried again alone; hosts that were added meanwhile join in. Cancel keeps what was learnt. Meanwhile you can go to any other page and answer what is there.</source>
        <translation>Prüft alle Hosts zur gleichen Zeit mit Befehlen, die nur lesen. Ein Host, der nicht zu erreichen ist, stört keinen anderen und kann allein noch einmal versucht werden; inzwischen hinzugefügte Hosts kommen dazu. Abbrechen behält, was man weiß. Unterdessen können Sie auf jede andere Seite gehen und beantworten, was da ist.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Hosts in this run</source>
        <translation>Hosts in diesem Lauf</translation>
    </message>
    <message>
        <source>Choose a host to see what went wrong there, to look at it again alone, or to end its part.</source>
        <translation>Wählen Sie einen Host, um zu sehen, was dort schiefging, um ihn allein noch einmal zu prüfen oder seinen Teil zu beenden.</translation>
    </message>
    <message>
        <source>No hosts to look at</source>
        <translation>Keine Hosts anzusehen</translation>
    </message>
    <message>
        <source>Add the machines of this audit first, or take this computer.</source>
        <translation>Fügen Sie zuerst die Maschinen dieses Audits hinzu, oder nehmen Sie diesen Rechner.</translation>
    </message>
    <message>
        <source>Go to Hosts</source>
        <translation>Zu den Hosts</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cancel this host</source>
        <translation>Diesen Host abbrechen</translation>
    </message>
    <message>
        <source>Go to the host</source>
        <translation>Zum Host</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut ansehen</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>RunTotal</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Look at the hosts that could not be looked at, or were not looked at yet; the others stay as they are.</source>
        <translation>Die Hosts ansehen, die nicht angesehen werden konnten oder noch nicht angesehen wurden; die anderen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Look at every host of the audit. Earlier answers stay; what was measured is replaced.</source>
        <translation>Jeden Host des Audits prüfen. Frühere Antworten bleiben; was gemessen wurde, wird ersetzt.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hosts that are being looked at are finished; no other one is begun.</source>
        <translation>Hosts, die gerade geprüft werden, werden fertig; kein weiterer wird begonnen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the run. What was learnt up to now is kept.</source>
        <translation>Den Lauf beenden. Was bis jetzt bekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>See the findings</source>
        <translation>Befunde ansehen</translation>
    </message>
    <message>
        <source>Ready to look at {n}</source>
        <translation>Bereit: {n} anzusehen</translation>
    </message>
    <message>
        <source>Everything is read, nothing is changed. You can go on working meanwhile.</source>
        <translation>Es wird nur gelesen, nichts geändert. Sie können währenddessen weiterarbeiten.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry {n} failed</source>
        <translation>{n} misslungene wiederholen</translation>
    </message>
    <message>
        <source>Look at {n} left</source>
        <translation>{n} übrige ansehen</translation>
    </message>
    <message>
        <source>Look at {n} new</source>
        <translation>{n} neue ansehen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Hosts are let go of; what they have answered is kept.</source>
        <translation>Die Hosts werden losgelassen; was sie geantwortet haben, bleibt.</translation>
    </message>
    <message>
        <source>Looking at {host}</source>
        <translation>{host} wird angesehen</translation>
    </message>
    <message>
        <source>Looking at {n} hosts</source>
        <translation>{n} Hosts werden angesehen</translation>
    </message>
    <message>
        <source>{share} % · {time} so far</source>
        <translation>{share} % · bisher {time}</translation>
    </message>
    <message>
        <source>paused, {n} wait</source>
        <translation>angehalten, {n} warten</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{a} of {b} done</source>
        <translation>{a} von {b} fertig</translation>
    </message>
    <message>
        <source>{failing}, {waiting}</source>
        <translation>{failing}, {waiting}</translation>
    </message>
    <message>
        <source>1 finding fails</source>
        <translation>1 Befund verfehlt</translation>
    </message>
    <message>
        <source>{n} findings fail</source>
        <translation>{n} Befunde verfehlt</translation>
    </message>
    <message>
        <source>1 waits for you</source>
        <translation>1 wartet auf Sie</translation>
    </message>
    <message>
        <source>{n} wait for you</source>
        <translation>{n} warten auf Sie</translation>
    </message>
    <message>
        <source>{n} looked at</source>
        <translation>{n} angesehen</translation>
    </message>
    <message>
        <source>1 host could not be looked at</source>
        <translation>1 Host konnte nicht angesehen werden</translation>
    </message>
    <message>
        <source>{n} hosts could not be looked at</source>
        <translation>{n} Hosts konnten nicht angesehen werden</translation>
    </message>
    <message>
        <source>{n} not looked at yet</source>
        <translation>{n} noch nicht angesehen</translation>
    </message>
    <message>
        <source>{n} findings could not be told for one reason, on {names}</source>
        <translation>Aus einem einzigen Grund ohne klare Antwort blieben {n} Befunde, auf {names}</translation>
    </message>
    <message>
        <source>{n} findings could not be told for one reason</source>
        <translation>Aus einem einzigen Grund ohne klare Antwort blieben {n} Befunde</translation>
    </message>
    <message>
        <source>1 host</source>
        <translation>1 Host</translation>
    </message>
    <message>
        <source>{n} hosts</source>
        <translation>{n} Hosts</translation>
    </message>
</context>
<context>
    <name>ScopeStep</name>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>What the cover of the report says, and what is looked at. Everything is saved as you go.</source>
        <translation>Was auf dem Deckblatt des Berichts steht und was angesehen wird. Alles wird laufend gespeichert.</translation>
    </message>
    <message>
        <source>This audit</source>
        <translation>Dieses Audit</translation>
    </message>
    <message>
        <source>What the cover of the report says, and which chapters are looked at. All of it can be changed until the audit is signed. Items of a chapter that is left out stand in the report as not selected, with your reason; they never count as passed.</source>
        <translation>Was auf dem Deckblatt des Berichts steht und welche Kapitel geprüft werden. Alles kann geändert werden, bis das Audit unterschrieben ist. Punkte eines ausgelassenen Kapitels stehen im Bericht als nicht ausgewählt, mit Ihrem Grund; sie gelten nie als erfüllt.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>For example: Data centre North, autumn</source>
        <translation>Zum Beispiel: Rechenzentrum Nord, Herbst</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>Where this audit is kept, and under which name. Once machines were looked at it stays in its file; close it first to move it.</source>
        <translation>Wo dieses Audit liegt und wie seine Datei heißt. Sobald Maschinen angesehen wurden, bleibt es in seiner Datei; schließen Sie es, um sie zu verschieben.</translation>
    </message>
    <message>
        <source>What this audit is called: on the cover, in the window and in lists; 200 characters at most.</source>
        <translation>Wie dieses Audit heißt: auf dem Deckblatt, im Titel des Fensters und in Listen; höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Whose machines these are; it stands on the cover of the report.</source>
        <translation>Wem diese Maschinen gehören; der Name steht auf dem Deckblatt des Berichts.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Signs the answers</source>
        <translation>Unterschreibt die Antworten</translation>
    </message>
    <message>
        <source>Who gives the answers of this audit. Each answer carries this name unless another is typed there.</source>
        <translation>Wer die Antworten dieses Audits gibt. Jede Antwort trägt diesen Namen, außer dort wird ein anderer eingegeben.</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>For example: administrator, auditor</source>
        <translation>Zum Beispiel: Administrator, Prüfer</translation>
    </message>
    <message>
        <source>In which capacity you answer, such as administrator; it stands beside your name.</source>
        <translation>In welcher Rolle Sie antworten, etwa Administratorin; sie steht neben Ihrem Namen.</translation>
    </message>
    <message>
        <source>One person audits alone and may accept their own answers; the report says so</source>
        <translation>Eine Person prüft allein und darf ihre eigenen Antworten annehmen; der Bericht sagt es</translation>
    </message>
    <message>
        <source>Usually a second person accepts or rejects answers, and nobody their own. Where there is no second person this lets one do both, and the report tells its readers.</source>
        <translation>Sonst nimmt eine zweite Person Antworten an oder weist sie zurück, und niemand die eigenen. Wo es keine zweite Person gibt, darf damit eine beides tun, und der Bericht sagt es denen, die ihn lesen.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>A chapter that is left out needs a reason; it appears in the report as not selected.</source>
        <translation>Ein ausgelassenes Kapitel braucht einen Grund; im Bericht erscheint es als nicht ausgewählt.</translation>
    </message>
    <message>
        <source>An earlier audit</source>
        <translation>Ein früheres Audit</translation>
    </message>
    <message>
        <source>Take over answers…</source>
        <translation>Antworten übernehmen…</translation>
    </message>
    <message>
        <source>Choose the file of an earlier audit; it is only read.</source>
        <translation>Wählen Sie die Datei eines früheren Audits; sie wird nur gelesen.</translation>
    </message>
    <message>
        <source>Answers that were left behind</source>
        <translation>Zurückgebliebene Antworten</translation>
    </message>
    <message>
        <source>Take over from which audit?</source>
        <translation>Aus welchem Audit übernehmen?</translation>
    </message>
    <message>
        <source>Answers and waivers that still hold can be taken over, each only where item and check are word for word what they were. They stand as carried over until somebody confirms them in the review.</source>
        <translation>Antworten und Ausnahmen, die noch gelten, lassen sich übernehmen, jede nur, wo Punkt und Prüfung Wort für Wort dieselben sind. Sie gelten als übernommen, bis jemand sie in der Prüfung bestätigt.</translation>
    </message>
    <message>
        <source>Answers taken over: {a}; left behind: {b}.</source>
        <translation>Übernommene Antworten: {a}; zurückgelassen: {b}.</translation>
    </message>
    <message>
        <source>Ticked: the items of this chapter are looked at. A chapter left out needs a reason.</source>
        <translation>Angehakt: Die Punkte dieses Kapitels werden geprüft. Ein ausgelassenes Kapitel braucht einen Grund.</translation>
    </message>
    <message>
        <source>{n} items</source>
        <translation>{n} Punkte</translation>
    </message>
    <message>
        <source>Why is this chapter left out?</source>
        <translation>Warum wird dieses Kapitel ausgelassen?</translation>
    </message>
    <message>
        <source>Why chapter {n} is left out</source>
        <translation>Warum Kapitel {n} ausgelassen wird</translation>
    </message>
    <message>
        <source>The report gives this reason for every item of the chapter; up to 300 characters.</source>
        <translation>Der Bericht nennt diesen Grund bei jedem Punkt des Kapitels; höchstens 300 Zeichen.</translation>
    </message>
    <message>
        <source>Saved in {file}; it takes the title as its name once it is closed.</source>
        <translation>Gespeichert in {file}; die Datei heißt wie der Titel, sobald sie geschlossen ist.</translation>
    </message>
    <message>
        <source>Saved in {file}</source>
        <translation>Gespeichert in {file}</translation>
    </message>
    <message>
        <source>Where is this audit kept?</source>
        <translation>Wo soll dieses Audit liegen?</translation>
    </message>
    <message>
        <source>At least one chapter has to stay in.</source>
        <translation>Mindestens ein Kapitel muss bleiben.</translation>
    </message>
</context>
<context>
    <name>ScoreRing</name>
    <message>
        <source>No score yet</source>
        <translation>Noch kein Punktwert</translation>
    </message>
    <message>
        <source>Score {score} of 100</source>
        <translation>Punktwert {score} von 100</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>These hold until the program ends: {path} can&apos;t be written. Give yourself the right to.</source>
        <translation>Diese gelten, bis das Programm endet: {path} lässt sich nicht schreiben. Geben Sie sich das Recht dazu.</translation>
    </message>
    <message>
        <source>What new audits begin with, how the program looks, and how long it waits for hosts.</source>
        <translation>Womit neue Audits beginnen, wie das Programm aussieht und wie lange es auf Hosts wartet.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>What new audits and your answers begin with; each can still be changed there.</source>
        <translation>Womit neue Audits und Ihre Antworten beginnen; dort lässt sich jedes noch ändern.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Yours; new audits and your answers carry it unless another is typed there.</source>
        <translation>Ihr Name; neue Audits und Ihre Antworten tragen ihn, außer dort wird ein anderer eingegeben.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>In which capacity you answer, such as administrator.</source>
        <translation>In welcher Rolle Sie antworten, etwa Administratorin.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Stands on the cover of the reports of new audits.</source>
        <translation>Steht auf dem Deckblatt der Berichte neuer Audits.</translation>
    </message>
    <message>
        <source>Folder for new audits</source>
        <translation>Ordner für neue Audits</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Language and colours</source>
        <translation>Sprache und Farben</translation>
    </message>
    <message>
        <source>They change at once.</source>
        <translation>Sie ändern sich sofort.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
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
        <source>Of windows, reports and messages; what a host says is never translated.</source>
        <translation>Der Fenster, Berichte und Meldungen; was ein Host sagt, wird nie übersetzt.</translation>
    </message>
    <message>
        <source>“As the system” follows it when it turns light or dark.</source>
        <translation>„Wie das System“ geht mit, wenn es hell oder dunkel wird.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>How long a host may take before the others go on without it, and how many are looked at at once.</source>
        <translation>Wie lange ein Host brauchen darf, bevor die anderen ohne ihn weitermachen, und wie viele zugleich angesehen werden.</translation>
    </message>
    <message>
        <source>To connect</source>
        <translation>Zum Verbinden</translation>
    </message>
    <message>
        <source>To log in</source>
        <translation>Zum Anmelden</translation>
    </message>
    <message>
        <source>For a whole host</source>
        <translation>Für einen ganzen Host</translation>
    </message>
    <message>
        <source>Seconds until a host that doesn&apos;t answer counts as not reached; a host may have its own.</source>
        <translation>Sekunden, bis ein Host ohne Antwort als nicht erreicht gilt; ein Host kann seine eigenen haben.</translation>
    </message>
    <message>
        <source>Seconds from the answer of a host until one is logged in; waiting for you doesn&apos;t count.</source>
        <translation>Sekunden von der Antwort eines Hosts bis zur Anmeldung; das Warten auf Sie zählt nicht.</translation>
    </message>
    <message>
        <source>Seconds for all commands on a host; what is missing by then stands as not looked at.</source>
        <translation>Sekunden für alle Befehle auf einem Host; was bis dahin fehlt, steht als nicht geprüft da.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Hosts at once</source>
        <translation>Hosts zugleich</translation>
    </message>
    <message>
        <source>Looked at side by side; more cost memory and network on this computer.</source>
        <translation>So viele werden nebeneinander geprüft; mehr kosten Speicher und Netz auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Zurück zu den Vorgaben</translation>
    </message>
</context>
<context>
    <name>SeveralPanel</name>
    <message>
        <source>words of your own, with commas</source>
        <translation>eigene Wörter, mit Kommas</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>Schlagwörter hinzufügen</translation>
    </message>
    <message>
        <source>Words that each of these hosts gets beside those that it has, with commas between them.</source>
        <translation>Wörter, die jeder dieser Hosts zu denen dazubekommt, die er hat, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Take off tags</source>
        <translation>Schlagwörter wegnehmen</translation>
    </message>
    <message>
        <source>Words that none of these hosts keeps, with commas between them.</source>
        <translation>Wörter, die keiner dieser Hosts behält, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Whether they run virtual machines (host) or are some (guest). “as it is” leaves each as it is, “Detect” finds out on each machine.</source>
        <translation>Ob sie virtuelle Maschinen betreiben (Host) oder selbst welche sind (Gast). „wie es ist“ lässt jede, wie sie ist, „Erkennen“ stellt es auf jeder Maschine fest.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Test connections</source>
        <translation>Verbindungen testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>{n} hosts</source>
        <translation>{n} Hosts</translation>
    </message>
    <message>
        <source>{names} and {n} more</source>
        <translation>{names} und {n} weitere</translation>
    </message>
    <message>
        <source>Apply to {n} hosts</source>
        <translation>Auf {n} Hosts anwenden</translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SshConfigPage</name>
    <message>
        <source>From your SSH config</source>
        <translation>Aus Ihrer SSH-Konfiguration</translation>
    </message>
    <message>
        <source>Tick the hosts to add. Patterns such as * are left out.</source>
        <translation>Kreuzen Sie die gewünschten Hosts an. Muster wie * sind ausgelassen.</translation>
    </message>
    <message>
        <source>Filter the names</source>
        <translation>Namen filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Only names that hold what you type stay; what is ticked stays ticked.</source>
        <translation>Es bleiben nur Namen, die das Eingegebene enthalten; was angehakt ist, bleibt angehakt.</translation>
    </message>
    <message>
        <source>Hosts in your SSH config</source>
        <translation>Hosts in Ihrer SSH-Konfiguration</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keinen ankreuzen</translation>
    </message>
    <message>
        <source>Add {n}</source>
        <translation>{n} hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>No score yet</source>
        <translation>Noch kein Punktwert</translation>
    </message>
    <message>
        <source>Score {n}</source>
        <translation>Punktwert {n}</translation>
    </message>
    <message>
        <source>{a} of {b} decided</source>
        <translation>{a} von {b} entschieden</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>Zur Prüfung</translation>
    </message>
</context>
<context>
    <name>StartStep</name>
    <message>
        <source>not there any more: {folder}</source>
        <translation>nicht mehr da: {folder}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Begin here. “Audit this computer” looks at the machine that you sit at: no network, about a minute. “New audit” is for other machines over SSH; “New from an earlier one” takes hosts, chapters and the answers that still hold along. An audit is one file, named .bartizan, that is saved as you go.</source>
        <translation>Beginnen Sie hier. „Diesen Rechner prüfen“ prüft die Maschine, an der Sie sitzen: ohne Netz, in etwa einer Minute. „Neues Audit“ ist für andere Maschinen über SSH; „Neu aus einem früheren“ nimmt Hosts, Kapitel und die Antworten mit, die noch gelten. Ein Audit ist eine Datei mit der Endung .bartizan, die laufend gespeichert wird.</translation>
    </message>
    <message>
        <source>Harden your virtual machine platform</source>
        <translation>Härten Sie Ihre Virtualisierungsplattform</translation>
    </message>
    <message>
        <source>Bartizan looks at hosts and guests, says for every item of the guideline whether it holds and why, takes your answers where no command can see, and writes the report for the auditor.</source>
        <translation>Bartizan sieht Hosts und Gäste an, sagt zu jedem Punkt der Leitlinie, ob er gilt und warum, nimmt Ihre Antworten auf, wo kein Befehl hinsehen kann, und schreibt den Bericht für den Prüfer.</translation>
    </message>
    <message>
        <source>Audit this computer</source>
        <translation>Diesen Rechner prüfen</translation>
    </message>
    <message>
        <source>No set-up, no network: reads this machine with your rights and changes nothing. About a minute.</source>
        <translation>Ohne Einrichtung, ohne Netz: liest diese Maschine mit Ihren Rechten und ändert nichts. Etwa eine Minute.</translation>
    </message>
    <message>
        <source>Other machines</source>
        <translation>Andere Maschinen</translation>
    </message>
    <message>
        <source>Audit hosts and guests over SSH. Nothing is installed on them.</source>
        <translation>Hosts und Gäste über SSH prüfen. Auf ihnen wird nichts installiert.</translation>
    </message>
    <message>
        <source>New audit</source>
        <translation>Neues Audit</translation>
    </message>
    <message>
        <source>Begin an empty audit in your folder for audits; its title can be changed at once.</source>
        <translation>Ein leeres Audit in Ihrem Ordner für Audits beginnen; sein Titel kann gleich geändert werden.</translation>
    </message>
    <message>
        <source>Open an audit…</source>
        <translation>Audit öffnen…</translation>
    </message>
    <message>
        <source>Go on with a .bartizan file; one that another program has open is opened for reading.</source>
        <translation>Mit einer .bartizan-Datei weitermachen; eine, die ein anderes Programm offen hat, wird zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>New from an earlier one…</source>
        <translation>Neu aus einem früheren…</translation>
    </message>
    <message>
        <source>Takes over hosts, chapters and the answers that still hold</source>
        <translation>Übernimmt Hosts, Kapitel und die Antworten, die noch gelten</translation>
    </message>
    <message>
        <source>Recent audits</source>
        <translation>Zuletzt geöffnete Audits</translation>
    </message>
    <message>
        <source>Audits that you open appear here. You can also drop a .bartizan file on this window.</source>
        <translation>Geöffnete Audits erscheinen hier. Sie können auch eine .bartizan-Datei auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>{day} · {file}</source>
        <translation>{day} · {file}</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>{name} von dieser Liste nehmen</translation>
    </message>
    <message>
        <source>Audit of {day}</source>
        <translation>Audit vom {day}</translation>
    </message>
    <message>
        <source>Begin from which audit?</source>
        <translation>Aus welchem Audit beginnen?</translation>
    </message>
    <message>
        <source>Open an audit</source>
        <translation>Audit öffnen</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>TestBar</name>
    <message>
        <source>Progress of the tests</source>
        <translation>Fortschritt der Tests</translation>
    </message>
    <message>
        <source>Cancel the tests</source>
        <translation>Tests abbrechen</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Connect and log in to every host, ask for its rights and its platform, and leave again.</source>
        <translation>Mit jedem Host verbinden und anmelden, nach Rechten und Plattform fragen und wieder gehen.</translation>
    </message>
    <message>
        <source>Confirm {n} host keys…</source>
        <translation>{n} Hostschlüssel bestätigen…</translation>
    </message>
    <message>
        <source>{n} guests found, {m} in this audit</source>
        <translation>{n} Gäste gefunden, {m} in diesem Audit</translation>
    </message>
    <message>
        <source>1 guest found, {m} in this audit</source>
        <translation>1 Gast gefunden, {m} in diesem Audit</translation>
    </message>
    <message>
        <source>{n} of {m} tested</source>
        <translation>{n} von {m} getestet</translation>
    </message>
    <message>
        <source>{n} not ready</source>
        <translation>{n} nicht bereit</translation>
    </message>
</context>
<context>
    <name>Validity</name>
    <message>
        <source>How long the answer holds</source>
        <translation>Wie lange die Antwort gilt</translation>
    </message>
    <message>
        <source>When the answer has to be given anew. “until it changes” holds until item, result or facts change; a waiver always has a last day.</source>
        <translation>Wann die Antwort neu zu geben ist. „bis sich etwas ändert“ gilt, bis sich Punkt, Ergebnis oder Tatsachen ändern; eine Ausnahme hat immer einen letzten Tag.</translation>
    </message>
    <message>
        <source>Last day on which the answer holds</source>
        <translation>Letzter Tag, an dem die Antwort gilt</translation>
    </message>
    <message>
        <source>Year-month-day, today or later. On the day after, what was measured counts again.</source>
        <translation>Jahr-Monat-Tag, heute oder später. Am Tag danach zählt wieder, was gemessen wurde.</translation>
    </message>
    <message>
        <source>for 30 days</source>
        <translation>für 30 Tage</translation>
    </message>
    <message>
        <source>for 90 days</source>
        <translation>für 90 Tage</translation>
    </message>
    <message>
        <source>for half a year</source>
        <translation>für ein halbes Jahr</translation>
    </message>
    <message>
        <source>for a year</source>
        <translation>für ein Jahr</translation>
    </message>
    <message>
        <source>until a day</source>
        <translation>bis zu einem Tag</translation>
    </message>
    <message>
        <source>until it changes</source>
        <translation>bis sich etwas ändert</translation>
    </message>
</context>
<context>
    <name>VerifyCard</name>
    <message>
        <source>Whole and unaltered</source>
        <translation>Vollständig und unverändert</translation>
    </message>
    <message>
        <source>Check this file</source>
        <translation>Diese Datei prüfen</translation>
    </message>
    <message>
        <source>Compute every entry&apos;s hash again and compare it with the chain of the file.</source>
        <translation>Den Hash jedes Eintrags neu berechnen und mit der Kette der Datei vergleichen.</translation>
    </message>
    <message>
        <source>Check a report…</source>
        <translation>Einen Bericht prüfen…</translation>
    </message>
    <message>
        <source>Whether a PDF is as it was written, and this audit&apos;s own</source>
        <translation>Ob ein PDF ist, wie es geschrieben wurde, und zu diesem Audit gehört</translation>
    </message>
    <message>
        <source>Seal of the file, over everything that was ever entered: {seal}</source>
        <translation>Siegel der Datei, über alles je Eingetragene: {seal}</translation>
    </message>
    <message>
        <source>The file is whole: each of its {n} entries follows from the one before, up to this seal.</source>
        <translation>Die Datei ist vollständig: Jeder ihrer {n} Einträge folgt aus dem vorigen, bis zu diesem Siegel.</translation>
    </message>
    <message>
        <source>Check which report?</source>
        <translation>Welchen Bericht prüfen?</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lese…</translation>
    </message>
</context>
<context>
    <name>WayForm</name>
    <message>
        <source>Jump host</source>
        <translation>Sprunghost</translation>
    </message>
    <message>
        <source>The machine that the way to this host leads through, as for ssh -J: one of this audit, a name of your SSH config, or user@host:port; several with commas, nearest first. Empty: as your SSH config says. “none” leaves out what it says.</source>
        <translation>Die Maschine, über die der Weg zu diesem Host führt, wie bei ssh -J: eine dieses Audits, ein Name aus Ihrer SSH-Konfiguration oder user@host:port; mehrere durch Kommas, die nächste zuerst. Leer: wie Ihre SSH-Konfiguration sagt. „none“ lässt weg, was sie sagt.</translation>
    </message>
    <message>
        <source>Expected key</source>
        <translation>Soll-Schlüssel</translation>
    </message>
    <message>
        <source>The only host key that is believed of this host, whatever files of host keys say. Paste what ssh-keygen -l prints on the host&apos;s console, such as SHA256: and 43 characters. Empty: known keys decide, and a new one is shown to you first.</source>
        <translation>Der einzige Hostschlüssel, der diesem Host geglaubt wird, was auch immer in Dateien mit Hostschlüsseln steht. Fügen Sie ein, was ssh-keygen -l an der Konsole des Hosts ausgibt, also SHA256: und 43 Zeichen. Leer: Bekannte Schlüssel entscheiden, und ein neuer wird Ihnen erst gezeigt.</translation>
    </message>
    <message>
        <source>File of host keys</source>
        <translation>Datei mit Hostschlüsseln</translation>
    </message>
    <message>
        <source>Host keys in</source>
        <translation>Hostschlüssel in</translation>
    </message>
    <message>
        <source>Look for this host&apos;s key in that file only, such as one that your configuration management writes. Empty: the files that your SSH config names, and the keys that you have accepted here.</source>
        <translation>Den Schlüssel dieses Hosts nur in dieser Datei suchen, etwa einer, die Ihre Konfigurationsverwaltung schreibt. Leer: die Dateien, die Ihre SSH-Konfiguration nennt, und die Schlüssel, die Sie hier angenommen haben.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds that this host may take to answer before it counts as not reached, 1 to {n}. “as usual” is what your SSH config says, else the limit in the settings.</source>
        <translation>Sekunden, die dieser Host bis zur Antwort brauchen darf, bevor er als nicht erreicht gilt, 1 bis {n}. „wie üblich“ ist, was Ihre SSH-Konfiguration sagt, sonst die Grenze in den Einstellungen.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Allow outdated algorithms</source>
        <translation>Veraltete Verfahren erlauben</translation>
    </message>
    <message>
        <source>For a host whose SSH is too old for anything else. Somebody on the way may then be able to read or change what is sent, so keep it off where it isn&apos;t needed; the report names the host for it.</source>
        <translation>Für einen Host, dessen SSH für anderes zu alt ist. Jemand auf dem Weg kann dann vielleicht lesen oder ändern, was gesendet wird; lassen Sie es also aus, wo es nicht nötig ist. Der Bericht nennt den Host dafür.</translation>
    </message>
    <message>
        <source>none, or as the SSH config says</source>
        <translation>keiner, oder wie die SSH-Konfiguration sagt</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Can&apos;t tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Not looked at</source>
        <translation>Nicht angesehen</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>Entfällt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Fails, waived until a date</source>
        <translation>Verfehlt, ausgenommen bis zu einem Tag</translation>
    </message>
    <message>
        <source>Looking went wrong</source>
        <translation>Das Nachsehen misslang</translation>
    </message>
    <message>
        <source>Looked at, but it can&apos;t be told</source>
        <translation>Angesehen, aber nicht festzustellen</translation>
    </message>
    <message>
        <source>Awaits your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Nobody has looked yet</source>
        <translation>Noch niemand hat nachgesehen</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>Chapter left out of this audit</source>
        <translation>Kapitel in diesem Audit ausgelassen</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>you decide</source>
        <translation>Sie entscheiden</translation>
    </message>
    <message>
        <source>you answer</source>
        <translation>Sie antworten</translation>
    </message>
    <message>
        <source>hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>hosts and guests</source>
        <translation>Hosts und Gäste</translation>
    </message>
    <message>
        <source>whole site</source>
        <translation>gesamter Standort</translation>
    </message>
    <message>
        <source>host with its guests</source>
        <translation>Host mit seinen Gästen</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>endet heute</translation>
    </message>
    <message>
        <source>ends in {n} d</source>
        <translation>endet in {n} T</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>carried over</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>vorgelegt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>waiver ended</source>
        <translation>Ausnahme beendet</translation>
    </message>
    <message>
        <source>answer ended</source>
        <translation>Antwort beendet</translation>
    </message>
    <message>
        <source>outdated</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>The answer ends today</source>
        <translation>Die Antwort endet heute</translation>
    </message>
    <message>
        <source>The answer ends tomorrow</source>
        <translation>Die Antwort endet morgen</translation>
    </message>
    <message>
        <source>The answer ends in {n} days</source>
        <translation>Die Antwort endet in {n} Tagen</translation>
    </message>
    <message>
        <source>Answered, and reviewed by nobody yet</source>
        <translation>Beantwortet, noch von niemandem geprüft</translation>
    </message>
    <message>
        <source>Carried over from an earlier audit: to be confirmed</source>
        <translation>Aus einem früheren Audit übernommen: zu bestätigen</translation>
    </message>
    <message>
        <source>Answered and given to a second person</source>
        <translation>Beantwortet und einer zweiten Person vorgelegt</translation>
    </message>
    <message>
        <source>Accepted by a second person</source>
        <translation>Von einer zweiten Person angenommen</translation>
    </message>
    <message>
        <source>Rejected by a second person: to be answered again</source>
        <translation>Von einer zweiten Person zurückgewiesen: neu zu beantworten</translation>
    </message>
    <message>
        <source>The waiver is over: what was measured counts again</source>
        <translation>Die Ausnahme ist vorbei: Es gilt wieder das Gemessene</translation>
    </message>
    <message>
        <source>The answer&apos;s last day is over: to be confirmed again</source>
        <translation>Der letzte Tag der Antwort ist vorbei: neu zu bestätigen</translation>
    </message>
    <message>
        <source>Something changed after the answer: to be looked at again</source>
        <translation>Nach der Antwort hat sich etwas geändert: erneut anzusehen</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>other facts</source>
        <translation>andere Fakten</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>new wording</source>
        <translation>neuer Wortlaut</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>the item or its check was changed</source>
        <translation>der Punkt oder seine Prüfung wurde geändert</translation>
    </message>
    <message>
        <source>what was measured changed</source>
        <translation>das Gemessene hat sich geändert</translation>
    </message>
    <message>
        <source>what was collected changed</source>
        <translation>das Erhobene hat sich geändert</translation>
    </message>
</context>
<context>
    <name>WrittenLine</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Drag to give list and item their widths; a double click gives them back the usual ones</source>
        <translation>Ziehen gibt Liste und Punkt ihre Breiten; ein Doppelklick gibt ihnen die üblichen zurück</translation>
    </message>
</context>
</TS>
