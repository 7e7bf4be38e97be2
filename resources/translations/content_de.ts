<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Benchmark</name>
        <message>
            <source>This benchmark is independent work that the Center for Internet Security has neither endorsed nor reviewed, and its authors have no affiliation with that organisation. It cites the section numbers of the 2007 guideline so that every finding can be traced, but all sentences are our own, and no result states a compliance level of any official kind.</source>
            <extracomment>notice of the benchmark, on the cover of reports</extracomment>
            <translation>Dieser Maßstab ist eigenständige Arbeit, die das Center for Internet Security weder gebilligt noch durchgesehen hat, und wer ihn verfasst hat, gehört dieser Einrichtung nicht an. Er nennt die Abschnitte der Leitlinie von 2007, damit sich jeder Befund zurückverfolgen lässt, aber alle Sätze sind unsere eigenen, und kein Ergebnis bescheinigt irgendeine amtliche Stufe der Einhaltung.</translation>
        </message>
    </context>
    <context>
        <name>Chapter 2</name>
        <message>
            <source>Isolation and threats</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Abschottung und Bedrohungen</translation>
        </message>
        <message>
            <source>A virtual machine shares processor, memory, storage and network with neighbours it did not choose, and what keeps them apart is largely software. This chapter answers seven threats: unplanned traffic between guests or with the host, escape from a guest, a host that spies on or steers its guests, guests that spy on each other, starvation by a greedy guest, and changes made from outside to a guest's image or to the hypervisor. A weakness found here undoes the hardening inside every guest concerned, so it is best settled before the later chapters.</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Eine virtuelle Maschine teilt Prozessor, Speicher, Datenträger und Netz mit Nachbarn, die sie sich nicht ausgesucht hat, und was sie auseinanderhält, ist großenteils Software. Dieses Kapitel begegnet sieben Bedrohungen: ungeplantem Verkehr zwischen Gästen oder mit dem Host, dem Ausbruch aus einem Gast, einem Host, der seine Gäste ausspäht oder steuert, Gästen, die einander ausspähen, dem Aushungern durch einen gierigen Gast und Änderungen von außen am Abbild eines Gastes oder am Hypervisor. Eine Schwäche, die sich hier zeigt, macht die Härtung in jedem betroffenen Gast zunichte; sie wird also am besten vor den späteren Kapiteln behoben.</translation>
        </message>
        <message>
            <source>Data isolation</source>
            <extracomment>title of section 2.2.1</extracomment>
            <translation>Trennung der Daten</translation>
        </message>
        <message>
            <source>What the processor and the product can really keep apart, and which data may therefore share a machine. The threat is a neighbour that reads across a border everybody took for solid.</source>
            <extracomment>introduction of section 2.2.1</extracomment>
            <translation>Was Prozessor und Produkt wirklich auseinanderhalten können, und welche Daten sich deshalb eine Maschine teilen dürfen. Die Bedrohung ist ein Nachbar, der über eine Grenze liest, die alle für fest hielten.</translation>
        </message>
        <message>
            <source>Threat: traffic between guests, or between guests and host</source>
            <extracomment>title of section 2.3.1</extracomment>
            <translation>Bedrohung: Verkehr zwischen Gästen oder zwischen Gast und Host</translation>
        </message>
        <message>
            <source>Every path on which data can pass between guests, or between a guest and the host, without crossing a firewall. Such a path leaks information when two programs cooperate over it, and serves as a way in when one of them is hostile.</source>
            <extracomment>introduction of section 2.3.1</extracomment>
            <translation>Jeder Weg, auf dem Daten zwischen Gästen oder zwischen Gast und Host laufen können, ohne eine Firewall zu durchqueren. Ein solcher Weg verrät Wissen, wenn zwei Programme darüber zusammenarbeiten, und dient als Eingang, wenn eines davon feindlich ist.</translation>
        </message>
        <message>
            <source>Threat: escape from a guest</source>
            <extracomment>title of section 2.3.2</extracomment>
            <translation>Bedrohung: Ausbruch aus einem Gast</translation>
        </message>
        <message>
            <source>Code in a guest that gains control of the host process serving it, and from there of the machine. These items ask whether known holes are closed and what stands behind the first barrier when an unknown one is used.</source>
            <extracomment>introduction of section 2.3.2</extracomment>
            <translation>Code in einem Gast, der die Kontrolle über den Prozess des Hosts gewinnt, der ihn bedient, und von dort über die Maschine. Die Punkte fragen, ob bekannte Lücken geschlossen sind und was hinter der ersten Schranke steht, wenn eine unbekannte benutzt wird.</translation>
        </message>
        <message>
            <source>Threat: the host watching or steering a guest</source>
            <extracomment>title of section 2.3.3</extracomment>
            <translation>Bedrohung: Der Host beobachtet oder steuert einen Gast</translation>
        </message>
        <message>
            <source>The host can see and change all that its guests do; nothing inside a guest can prevent it. What can be limited is who holds that power, how it may be used, and whether its use is noticed.</source>
            <extracomment>introduction of section 2.3.3</extracomment>
            <translation>Der Host kann alles sehen und ändern, was seine Gäste tun; nichts in einem Gast kann das verhindern. Begrenzen lässt sich, wer diese Macht hat, wie sie benutzt werden darf und ob ihre Benutzung auffällt.</translation>
        </message>
        <message>
            <source>Threat: one guest watching another</source>
            <extracomment>title of section 2.3.4</extracomment>
            <translation>Bedrohung: Ein Gast beobachtet einen anderen</translation>
        </message>
        <message>
            <source>One guest reading another's memory, disk or network traffic. Storage and network are shared through settings that are easily left at a permissive value, and memory through optimisations whose side effects are measurable.</source>
            <extracomment>introduction of section 2.3.4</extracomment>
            <translation>Ein Gast, der Speicher, Datenträger oder Netzverkehr eines anderen liest. Speicherplatz und Netz werden durch Einstellungen geteilt, die leicht auf einem freizügigen Wert bleiben, der Arbeitsspeicher durch Sparmaßnahmen, deren Nebenwirkungen messbar sind.</translation>
        </message>
        <message>
            <source>Threat: denial of service</source>
            <extracomment>title of section 2.3.5</extracomment>
            <translation>Bedrohung: Überlastung</translation>
        </message>
        <message>
            <source>A guest that takes more than its share starves the others, by fault or on purpose. This section asks whether limiting works at all on this host; the limits of each guest follow in section 3.6.</source>
            <extracomment>introduction of section 2.3.5</extracomment>
            <translation>Ein Gast, der mehr nimmt, als ihm zusteht, hungert die anderen aus, aus Versehen oder mit Absicht. Dieser Abschnitt fragt, ob Begrenzung auf diesem Host überhaupt wirkt; die Grenzen jedes Gastes folgen in Abschnitt 3.6.</translation>
        </message>
        <message>
            <source>Threat: a guest changed from outside</source>
            <extracomment>title of section 2.3.6</extracomment>
            <translation>Bedrohung: Ein Gast wird von außen verändert</translation>
        </message>
        <message>
            <source>An image at rest is a file, and whoever can write it decides what the guest will be at its next start. The items cover guests whose integrity others rely on.</source>
            <extracomment>introduction of section 2.3.6</extracomment>
            <translation>Ein ruhendes Abbild ist eine Datei, und wer sie schreiben kann, bestimmt, was der Gast beim nächsten Start sein wird. Die Punkte gelten Gästen, auf deren Unversehrtheit sich andere verlassen.</translation>
        </message>
        <message>
            <source>Threat: the hypervisor changed from outside</source>
            <extracomment>title of section 2.3.7</extracomment>
            <translation>Bedrohung: Der Hypervisor wird von außen verändert</translation>
        </message>
        <message>
            <source>Whoever alters the hypervisor rules all guests from a place that they cannot inspect. The items ask how a changed hypervisor would be refused, or at least recognised.</source>
            <extracomment>introduction of section 2.3.7</extracomment>
            <translation>Wer den Hypervisor verändert, beherrscht alle Gäste von einem Ort aus, den sie nicht einsehen können. Die Punkte fragen, wie ein veränderter Hypervisor abgewiesen oder wenigstens erkannt würde.</translation>
        </message>
        <message>
            <source>Processor and virtualisation mode known, isolation flaws mitigated</source>
            <extracomment>2.2.1-a: title</extracomment>
            <translation>Prozessor und Art der Virtualisierung bekannt, Schwächen der Trennung behoben</translation>
        </message>
        <message>
            <source>The audit record of each host states its CPU model, the state of hardware virtualisation and of nested paging, and the technique that the product relies on (full virtualisation, paravirtualisation, hardware assistance or a proxy for system calls). The hardware extensions are switched on, and each known processor flaw through which one guest can read another is mitigated or the remaining risk is accepted in writing.</source>
            <extracomment>2.2.1-a: requirement</extracomment>
            <translation>Die Prüfunterlagen nennen für jeden Host das Prozessormodell, den Zustand von Hardware-Virtualisierung und Nested Paging sowie das Verfahren, auf das sich das Produkt stützt (Vollvirtualisierung, Paravirtualisierung, Unterstützung durch die Hardware oder ein Stellvertreter für Systemaufrufe). Die Erweiterungen der Hardware sind eingeschaltet, und jede bekannte Schwäche des Prozessors, durch die ein Gast einen anderen auslesen kann, ist behoben, oder das verbleibende Risiko ist schriftlich akzeptiert.</translation>
        </message>
        <message>
            <source>For each host: which CPU model is fitted, are virtualisation extensions and nested paging enabled, and which virtualisation technique does the product use? Which side-channel flaws does the vendor list for that model, which are still open at the present SMT setting, and who accepted the rest on which date?</source>
            <extracomment>2.2.1-a: question</extracomment>
            <translation>Für jeden Host: Welches Prozessormodell ist eingebaut, sind Virtualisierungserweiterungen und Nested Paging eingeschaltet, und welches Verfahren benutzt das Produkt? Welche Seitenkanal-Schwächen nennt der Hersteller für dieses Modell, welche sind bei der jetzigen SMT-Einstellung noch offen, und wer hat den Rest an welchem Tag akzeptiert?</translation>
        </message>
        <message>
            <source>Platform protected to the level of its most sensitive guest</source>
            <extracomment>2.2.1-b: title</extracomment>
            <translation>Plattform auf dem Stand ihres schutzwürdigsten Gastes</translation>
        </message>
        <message>
            <source>The controls in force on a host (access, patching, logging, physical protection and the rest) match the classification of the most sensitive data that any single one of its guests holds. No CPU feature and no product lowers that level.</source>
            <extracomment>2.2.1-b: requirement</extracomment>
            <translation>Die Maßnahmen, die auf einem Host gelten (Zugang, Aktualisierung, Protokollierung, baulicher Schutz und die übrigen), entsprechen der Einstufung der schutzwürdigsten Daten, die ein einzelner seiner Gäste hält. Kein Merkmal des Prozessors und kein Produkt senkt diese Stufe.</translation>
        </message>
        <message>
            <source>Whose data is the most sensitive on this host: which guest holds it, and what is its class? Which control level does your policy call for at that class, who decided that this host must meet it, and which of those controls are missing on it today?</source>
            <extracomment>2.2.1-b: question</extracomment>
            <translation>Wessen Daten sind auf diesem Host die schutzwürdigsten, welcher Gast hält sie, und wie sind sie eingestuft? Welche Maßnahmen verlangt Ihre Richtlinie auf dieser Stufe, wer hat entschieden, dass dieser Host sie erfüllen muss, und welche fehlen ihm heute?</translation>
        </message>
        <message>
            <source>Guests of different classification not mixed on one host</source>
            <extracomment>2.2.1-c: title</extracomment>
            <translation>Gäste verschiedener Einstufung nicht auf einem Host gemischt</translation>
        </message>
        <message>
            <source>Every guest on a host carries the same data classification label. Different classes meet on one host only where both hardware and operating system hold a certification for that use, a case for which the guideline itself gives no rules.</source>
            <extracomment>2.2.1-c: requirement</extracomment>
            <translation>Jeder Gast eines Hosts trägt dieselbe Einstufung seiner Daten. Verschiedene Stufen treffen auf einem Host nur zusammen, wo Hardware und Betriebssystem beide für diesen Zweck zertifiziert sind; für diesen Fall gibt die Leitlinie selbst keine Regeln.</translation>
        </message>
        <message>
            <source>Is the label shown for each guest right, and if not, what is the correct one? Where two labels meet on this host: which certification (scheme, certificate number, evaluated configuration) covers this hardware and operating system for it, and what stops migration or a high-availability restart from mixing classes?</source>
            <extracomment>2.2.1-c: question</extracomment>
            <translation>Stimmt die Einstufung, die für jeden Gast angezeigt wird, und welche wäre sonst richtig? Wo auf diesem Host zwei Stufen zusammentreffen: Welche Zertifizierung (Schema, Nummer, geprüfte Konfiguration) deckt das für diese Hardware und dieses Betriebssystem ab, und was verhindert, dass Migration oder Neustart im Hochverfügbarkeitsverbund Stufen vermischt?</translation>
        </message>
        <message>
            <source>Every host-guest and guest-guest channel is listed and wanted</source>
            <extracomment>2.3.1-a: title</extracomment>
            <translation>Jeder Kanal zwischen Host und Gast oder zwischen Gästen ist erfasst und gewollt</translation>
        </message>
        <message>
            <source>Each path on which a guest interacts with another guest or with the host (agent channel, serial link, shared folder, clipboard, socket, shared memory) was configured deliberately, appears on a list, and has a business need, an approver and an end date. No such path exists merely because a default or a template brought it along.</source>
            <extracomment>2.3.1-a: requirement</extracomment>
            <translation>Jeder Weg, auf dem ein Gast mit einem anderen Gast oder mit dem Host in Verbindung steht (Agentenkanal, serielle Leitung, gemeinsamer Ordner, Zwischenablage, Socket, gemeinsamer Speicher), ist absichtlich eingerichtet, steht auf einer Liste und hat einen dienstlichen Zweck, jemanden, der ihn genehmigt hat, und ein Enddatum. Kein solcher Weg besteht nur, weil eine Voreinstellung oder Vorlage ihn mitgebracht hat.</translation>
        </message>
        <message>
            <source>Which business need does each listed channel serve (guest, device, far end), who approved it, and until when? Which of them came with a template or a default and can be removed?</source>
            <extracomment>2.3.1-a: question</extracomment>
            <translation>Welchem dienstlichen Zweck dient jeder der aufgeführten Kanäle (Gast, Gerät, Gegenstelle), wer hat ihn genehmigt und bis wann? Welche kamen mit einer Vorlage oder Voreinstellung und können entfallen?</translation>
        </message>
        <message>
            <source>Clipboard and drag-and-drop off</source>
            <extracomment>2.3.1-b: title</extracomment>
            <translation>Zwischenablage und Ziehen-und-Ablegen ausgeschaltet</translation>
        </message>
        <message>
            <source>Clipboard sharing, drag-and-drop and file transfer by clipboard are disabled between guests and the host and between guests and the desktop of anyone who opens their console. This holds in the hypervisor's settings and for the part of the guest agent that serves them.</source>
            <extracomment>2.3.1-b: requirement</extracomment>
            <translation>Gemeinsame Zwischenablage, Ziehen-und-Ablegen und Dateiübertragung über die Zwischenablage sind ausgeschaltet, zwischen Gästen und Host ebenso wie zwischen Gästen und dem Arbeitsplatz dessen, der ihre Konsole öffnet. Das gilt in den Einstellungen des Hypervisors und für den Teil des Gastagenten, der sie bedient.</translation>
        </message>
        <message>
            <source>Which guests still have clipboard, drag-and-drop or clipboard file transfer on, and at which place (hypervisor setting, guest agent, console viewer)? Whose work needs it, between which trust zones does the data move, and when does the permission end?</source>
            <extracomment>2.3.1-b: question</extracomment>
            <translation>Bei welchen Gästen sind Zwischenablage, Ziehen-und-Ablegen oder Dateiübertragung darüber noch eingeschaltet, und an welcher Stelle (Hypervisor, Gastagent, Konsolenprogramm)? Wessen Arbeit braucht das, zwischen welchen Vertrauenszonen wandern die Daten, und wann endet die Erlaubnis?</translation>
        </message>
        <message>
            <source>No keystroke, screen or console recording of guests without mandate</source>
            <extracomment>2.3.1-c: title</extracomment>
            <translation>Keine Aufzeichnung von Tastatur, Bildschirm oder Konsole ohne Auftrag</translation>
        </message>
        <message>
            <source>The virtualisation layer stores no terminal sessions, keystrokes, serial console output or screen video of guests in files on the host. Where recording has been ordered, the order is approved in writing and the files are protected against reading and change.</source>
            <extracomment>2.3.1-c: requirement</extracomment>
            <translation>Die Virtualisierungsschicht legt weder Terminalsitzungen noch Tastenanschläge, Ausgaben der seriellen Konsole oder Bildschirmaufnahmen von Gästen in Dateien auf dem Host ab. Wo eine Aufzeichnung angeordnet ist, liegt die Anordnung genehmigt und schriftlich vor, und die Dateien sind gegen Lesen und Ändern geschützt.</translation>
        </message>
        <message>
            <source>Which guests have console, serial, keystroke or screen recording, and where are existing recordings kept? For each: who ordered it in writing, for what purpose and until when, who can read the files, and how is a change to them noticed?</source>
            <extracomment>2.3.1-c: question</extracomment>
            <translation>Bei welchen Gästen werden Konsole, serielle Ausgabe, Tastatur oder Bildschirm aufgezeichnet, und wo liegen vorhandene Aufzeichnungen? Für jede: Wer hat sie schriftlich angeordnet, zu welchem Zweck und bis wann, wer kann die Dateien lesen, und wie fällt eine Änderung daran auf?</translation>
        </message>
        <message>
            <source>No guest with open-ended access to host resources</source>
            <extracomment>2.3.1-d: title</extracomment>
            <translation>Kein Gast mit unbegrenztem Zugriff auf Mittel des Hosts</translation>
        </message>
        <message>
            <source>No guest is of a kind that is given the host's memory, sockets or file system as a whole, and guests have no memory region or socket in common. The only exception is a case where isolation was expressly declared unnecessary.</source>
            <extracomment>2.3.1-d: requirement</extracomment>
            <translation>Kein Gast ist von einer Art, die Speicher, Sockets oder Dateisystem des Hosts im Ganzen erhält, und Gäste haben weder einen Speicherbereich noch einen Socket gemeinsam. Ausgenommen ist nur ein Fall, in dem Trennung ausdrücklich für unnötig erklärt wurde.</translation>
        </message>
        <message>
            <source>Which guests or containers receive the host's root directory, whole disks, host memory or a control socket, or share memory or a socket with another guest? For each: who declared isolation unnecessary there, in which document, and which other guests run on the same host?</source>
            <extracomment>2.3.1-d: question</extracomment>
            <translation>Welche Gäste oder Container erhalten das Wurzelverzeichnis des Hosts, ganze Datenträger, seinen Speicher oder einen Steuersocket, oder teilen Speicher oder Socket mit einem anderen Gast? Für jeden: Wer hat dort in welchem Dokument die Trennung für unnötig erklärt, und welche anderen Gäste laufen auf demselben Host?</translation>
        </message>
        <message>
            <source>Purpose of the host recorded and isolation fit confirmed</source>
            <extracomment>2.3.1-e: title</extracomment>
            <translation>Zweck des Hosts festgehalten und Eignung der Trennung bestätigt</translation>
        </message>
        <message>
            <source>The purpose of each host is on record: hosting several organisations, mixing security levels, consolidating servers, or running several operating systems. The product's isolation, including how well it contains a crashing guest, was judged adequate for that purpose; for high needs the vendor took part in that judgement.</source>
            <extracomment>2.3.1-e: requirement</extracomment>
            <translation>Der Zweck jedes Hosts ist festgehalten: Betrieb für mehrere Organisationen, Mischung von Schutzstufen, Zusammenlegung von Servern oder mehrere Betriebssysteme. Die Trennung durch das Produkt, auch wie gut sie einen abstürzenden Gast auffängt, wurde als ausreichend für diesen Zweck beurteilt; bei hohem Bedarf hat der Hersteller daran mitgewirkt.</translation>
        </message>
        <message>
            <source>Which of the four purposes does each host serve (several organisations, security levels side by side, consolidation, a variety of operating systems), and do its guests have to be isolated from each other? What statement on that isolation exists from the vendor or an evaluation, and when was a guest crash tested, with which effect on its neighbours?</source>
            <extracomment>2.3.1-e: question</extracomment>
            <translation>Welchem der vier Zwecke dient jeder Host (mehrere Organisationen, Schutzstufen nebeneinander, Zusammenlegung, verschiedene Betriebssysteme), und müssen seine Gäste voneinander getrennt sein? Welche Aussage des Herstellers oder einer Prüfstelle gibt es zu dieser Trennung, und wann wurde der Absturz eines Gastes mit welcher Wirkung auf die Nachbarn erprobt?</translation>
        </message>
        <message>
            <source>No known escape flaw open in the hypervisor</source>
            <extracomment>2.3.2-a: title</extracomment>
            <translation>Keine bekannte Ausbruchslücke im Hypervisor offen</translation>
        </message>
        <message>
            <source>The hypervisor and its device emulator are releases that the vendor still supports. Fixes for all published escape vulnerabilities of the product are in the build that runs, as shown by a dated comparison with the vendor's advisories.</source>
            <extracomment>2.3.2-a: requirement</extracomment>
            <translation>Hypervisor und Geräteemulator sind Ausgaben, die der Hersteller noch pflegt. Im laufenden Stand sind alle veröffentlichten Ausbruchslücken des Produkts geschlossen, wie ein datierter Abgleich mit den Meldungen des Herstellers zeigt.</translation>
        </message>
        <message>
            <source>Against which advisories (publisher and number range) were product, build and emulator version checked, by whom and on which date? Until when does the vendor support this release, and which escape flaw is still open, with which stopgap?</source>
            <extracomment>2.3.2-a: question</extracomment>
            <translation>Mit welchen Meldungen (Herausgeber und Nummernbereich) wurden Produkt, Stand und Version des Emulators verglichen, von wem und an welchem Tag? Bis wann pflegt der Hersteller diese Ausgabe, und welche Ausbruchslücke ist mit welchem Notbehelf noch offen?</translation>
        </message>
        <message>
            <source>Guest processes confined on the host</source>
            <extracomment>2.3.2-b: title</extracomment>
            <translation>Prozesse der Gäste auf dem Host eingeschränkt</translation>
        </message>
        <message>
            <source>The host process that represents a guest has the least privilege that the product permits: an unprivileged user of its own, a mandatory access control label, a system call filter, and a device model reduced to what the guest uses, without nested virtualisation unless it is needed. A program that breaks out thus meets a second barrier.</source>
            <extracomment>2.3.2-b: requirement</extracomment>
            <translation>Der Prozess des Hosts, der einen Gast darstellt, hat die geringsten Rechte, die das Produkt zulässt: einen eigenen Benutzer ohne Rechte, ein Label der Mandatory Access Control, einen Filter für Systemaufrufe und ein Gerätemodell, das auf das vom Gast Benutzte beschränkt ist, ohne verschachtelte Virtualisierung, sofern sie nicht gebraucht wird. Ein Programm, das ausbricht, trifft so auf eine zweite Schranke.</translation>
        </message>
        <message>
            <source>Under which user, label, capabilities and system call filter does each guest's process run on this host? Which guests run outside that confinement, or with nested virtualisation, since when, and who agreed to it?</source>
            <extracomment>2.3.2-b: question</extracomment>
            <translation>Unter welchem Benutzer, welchem Label, welchen Capabilities und welchem Filter für Systemaufrufe läuft der Prozess jedes Gastes auf diesem Host? Welche Gäste laufen außerhalb dieser Einschränkung oder mit verschachtelter Virtualisierung, seit wann, und wer hat zugestimmt?</translation>
        </message>
        <message>
            <source>Host held to a stricter standard than any guest on it</source>
            <extracomment>2.3.3-a: title</extracomment>
            <translation>Host strenger bemessen als jeder Gast auf ihm</translation>
        </message>
        <message>
            <source>In number and in severity the open findings of a host stay below those of every guest it carries, so that its score is never the lower one. The baseline prescribed for the host is the stricter of the two.</source>
            <extracomment>2.3.3-a: requirement</extracomment>
            <translation>Zahl und Schwere der offenen Befunde eines Hosts bleiben unter denen jedes Gastes, den er trägt, sodass sein Ergebnis nie das schlechtere ist. Die Vorgabe für den Host ist die strengere von beiden.</translation>
        </message>
        <message>
            <source>Which baseline (name, version, profile) is prescribed for this host, which for its guests, and in which points is the host's stricter? By when will the host's open high findings be closed, and who is responsible?</source>
            <extracomment>2.3.3-a: question</extracomment>
            <translation>Welche Vorgabe (Name, Version, Profil) gilt für diesen Host, welche für seine Gäste, und in welchen Punkten ist die des Hosts strenger? Bis wann sind die offenen schweren Befunde des Hosts behoben, und wer ist dafür zuständig?</translation>
        </message>
        <message>
            <source>Right to start, stop, reconfigure or clone guests is limited</source>
            <extracomment>2.3.3-b: title</extracomment>
            <translation>Recht zum Starten, Anhalten, Umbauen oder Klonen von Gästen begrenzt</translation>
        </message>
        <message>
            <source>Only administrators known by name can operate the virtualisation layer: power guests on and off, change their hardware, take snapshots, clone them or open their consoles. The groups, roles and sockets that give these rights are no longer than the list agreed for the site and are reviewed.</source>
            <extracomment>2.3.3-b: requirement</extracomment>
            <translation>Nur namentlich bekannte Administratoren können die Virtualisierungsschicht bedienen: Gäste ein- und ausschalten, ihre Hardware ändern, Schnappschüsse anlegen, sie klonen oder ihre Konsole öffnen. Die Gruppen, Rollen und Sockets, die diese Rechte geben, umfassen nicht mehr als die für den Standort vereinbarte Liste und werden überprüft.</translation>
        </message>
        <message>
            <source>Who are the members of each group and role that can start, stop, reconfigure, snapshot, clone or view guests on this host (people, not team names)? What number or list was agreed for the site, when was it last reviewed, and who was taken off it then?</source>
            <extracomment>2.3.3-b: question</extracomment>
            <translation>Wer gehört zu jeder Gruppe und Rolle, die auf diesem Host Gäste starten, anhalten, umbauen, sichern, klonen oder ansehen kann (Menschen, keine Gruppennamen)? Welche Zahl oder Liste ist für den Standort vereinbart, wann wurde sie zuletzt überprüft, und wer wurde dabei gestrichen?</translation>
        </message>
        <message>
            <source>Guest disks and configuration unreadable to others on the host</source>
            <extracomment>2.3.3-c: title</extracomment>
            <translation>Datenträger und Konfiguration der Gäste für andere auf dem Host unlesbar</translation>
        </message>
        <message>
            <source>Only the virtualisation service and the people who administer it can read disk images and volumes, memory dumps, saved states, snapshots and configuration files of guests. Owner, mode and ACL of the files and of their directories let nobody else read them.</source>
            <extracomment>2.3.3-c: requirement</extracomment>
            <translation>Nur der Virtualisierungsdienst und wer ihn verwaltet können Abbilder und Volumes, Speicherauszüge, gesicherte Zustände, Schnappschüsse und Konfigurationsdateien von Gästen lesen. Eigentümer, Modus und ACL der Dateien und ihrer Verzeichnisse lassen niemand anderen lesen.</translation>
        </message>
        <message>
            <source>Which accounts, groups and services other than the hypervisor can read guest images, dumps, saved states and configuration on this host (shares, backup agents, monitoring and indexing included)? Where were exports and dumps written during the last year, and who removed them?</source>
            <extracomment>2.3.3-c: question</extracomment>
            <translation>Welche Konten, Gruppen und Dienste außer dem Hypervisor können auf diesem Host Abbilder, Auszüge, gesicherte Zustände und Konfiguration von Gästen lesen (auch Freigaben, Sicherungsagenten, Überwachung und Indizierung)? Wohin wurden im letzten Jahr Exporte und Auszüge geschrieben, und wer hat sie entfernt?</translation>
        </message>
        <message>
            <source>Traffic capture and guest introspection on the host are controlled</source>
            <extracomment>2.3.3-d: title</extracomment>
            <translation>Mitschnitt und Blick in Gäste auf dem Host unter Kontrolle</translation>
        </message>
        <message>
            <source>Packet capture, port mirroring, command execution through guest agents and memory dumping on the host are off, or unused unless somebody ordered their use. Every use leaves a trace in a log.</source>
            <extracomment>2.3.3-d: requirement</extracomment>
            <translation>Paketmitschnitt, Spiegelung von Ports, Befehle über Gastagenten und Speicherauszüge sind auf dem Host ausgeschaltet oder unbenutzt, solange niemand sie angeordnet hat. Jede Benutzung hinterlässt eine Spur in einem Protokoll.</translation>
        </message>
        <message>
            <source>Who may capture packets, mirror ports, run agent commands or dump guest memory on this host, on whose order, and in which log does each use appear? When was the last use, by whom, and what became of the captured data?</source>
            <extracomment>2.3.3-d: question</extracomment>
            <translation>Wer darf auf diesem Host Pakete mitschneiden, Ports spiegeln, Befehle über Agenten ausführen oder Speicher von Gästen auslesen, in wessen Auftrag, und in welchem Protokoll erscheint jede Benutzung? Wann war die letzte, durch wen, und was wurde aus den Daten?</translation>
        </message>
        <message>
            <source>Guest memory kept apart</source>
            <extracomment>2.3.4-a: title</extracomment>
            <translation>Speicher der Gäste getrennt</translation>
        </message>
        <message>
            <source>Guest memory is separated by hardware: nested paging for every guest and an active IOMMU for every device passed through. Merging of identical pages is off between guests of different trust.</source>
            <extracomment>2.3.4-a: requirement</extracomment>
            <translation>Der Speicher der Gäste ist durch die Hardware getrennt: Nested Paging für jeden Gast und eine wirksame IOMMU für jedes durchgereichte Gerät. Das Zusammenlegen gleicher Speicherseiten ist zwischen Gästen unterschiedlichen Vertrauens ausgeschaltet.</translation>
        </message>
        <message>
            <source>Are nested paging and the IOMMU active on this host, and which devices are passed through? Is page merging (KSM, transparent page sharing) on, for which guests, and who judged that those guests trust each other?</source>
            <extracomment>2.3.4-a: question</extracomment>
            <translation>Sind Nested Paging und IOMMU auf diesem Host wirksam, und welche Geräte sind durchgereicht? Ist das Zusammenlegen von Seiten (KSM, Transparent Page Sharing) eingeschaltet, für welche Gäste, und wer hat beurteilt, dass diese einander vertrauen?</translation>
        </message>
        <message>
            <source>No disk shared between guests</source>
            <extracomment>2.3.4-b: title</extracomment>
            <translation>Kein Datenträger mehreren Gästen gemeinsam</translation>
        </message>
        <message>
            <source>No writable disk image or volume belongs to more than one guest, and no guest reaches the host storage on which other guests lie. A cluster that calls for shared disks is the only exception.</source>
            <extracomment>2.3.4-b: requirement</extracomment>
            <translation>Kein beschreibbares Abbild oder Volume gehört mehr als einem Gast, und kein Gast erreicht den Speicher des Hosts, auf dem andere Gäste liegen. Ausgenommen ist nur ein Cluster, der gemeinsame Datenträger verlangt.</translation>
        </message>
        <message>
            <source>Which disks are attached to several guests or marked shareable or multi-writer, and which cluster software controls the access (name, fencing method)? Which guests have raw host disks, and what else is stored on those?</source>
            <extracomment>2.3.4-b: question</extracomment>
            <translation>Welche Datenträger hängen an mehreren Gästen oder sind als gemeinsam beschreibbar gekennzeichnet, und welche Clustersoftware regelt den Zugriff (Name, Art des Fencings)? Welche Gäste haben rohe Datenträger des Hosts, und was liegt sonst noch darauf?</translation>
        </message>
        <message>
            <source>Virtual switch refuses promiscuous mode</source>
            <extracomment>2.3.4-c: title</extracomment>
            <translation>Virtueller Switch verweigert den Promiscuous-Modus</translation>
        </message>
        <message>
            <source>No virtual switch, port group or adapter permits promiscuous mode or behaves like a hub, and no port is mirrored to a guest. A guest's adapter receives only the frames addressed to it, broadcasts and the multicasts that it joined.</source>
            <extracomment>2.3.4-c: requirement</extracomment>
            <translation>Kein virtueller Switch, keine Portgruppe und kein Adapter erlaubt den Promiscuous-Modus oder verhält sich wie ein Hub, und kein Port wird zu einem Gast gespiegelt. Der Adapter eines Gastes empfängt nur Frames an ihn selbst, Broadcasts und die Multicast-Gruppen, denen er beigetreten ist.</translation>
        </message>
        <message>
            <source>Which switches, port groups, bridges or adapters allow promiscuous mode, mirroring to a guest or hub behaviour, and for which sensor or lab? Who approved it and until when, and which other guests are on the same segment?</source>
            <extracomment>2.3.4-c: question</extracomment>
            <translation>Welche Switches, Portgruppen, Bridges oder Adapter erlauben Promiscuous-Modus, Spiegelung zu einem Gast oder Hub-Verhalten, und für welchen Sensor oder welches Labor? Wer hat es bis wann genehmigt, und welche anderen Gäste sind am selben Segment?</translation>
        </message>
        <message>
            <source>MAC addresses fixed and spoofing blocked</source>
            <extracomment>2.3.4-d: title</extracomment>
            <translation>MAC-Adressen fest, Fälschung gesperrt</translation>
        </message>
        <message>
            <source>A virtual adapter uses the MAC address it was assigned and no other, and no address occurs twice. Frames with a changed address or a forged source address are dropped.</source>
            <extracomment>2.3.4-d: requirement</extracomment>
            <translation>Ein virtueller Adapter benutzt die ihm zugeteilte MAC-Adresse und keine andere, und keine Adresse kommt zweimal vor. Frames mit geänderter oder gefälschter Absenderadresse werden verworfen.</translation>
        </message>
        <message>
            <source>Which adapters may change their MAC address or send with a foreign one (load balancers, nested hypervisors), and who approved it? Which addresses occur more than once across all guests, and how are addresses assigned when a guest is cloned?</source>
            <extracomment>2.3.4-d: question</extracomment>
            <translation>Welche Adapter dürfen ihre MAC-Adresse ändern oder unter fremder senden (Lastverteiler, verschachtelte Hypervisoren), und wer hat das genehmigt? Welche Adressen kommen unter allen Gästen mehrfach vor, und wie werden sie beim Klonen vergeben?</translation>
        </message>
        <message>
            <source>ARP, IP, DHCP and router spoofing filtered</source>
            <extracomment>2.3.4-e: title</extracomment>
            <translation>Fälschung von ARP, IP, DHCP und Router gefiltert</translation>
        </message>
        <message>
            <source>Each virtual port is filtered so that a guest can neither claim an IP address of another (by ARP or IPv6 neighbour discovery) nor hand out DHCP leases nor announce itself as a router.</source>
            <extracomment>2.3.4-e: requirement</extracomment>
            <translation>Jeder virtuelle Port ist so gefiltert, dass ein Gast weder die IP-Adresse eines anderen beanspruchen kann (durch ARP oder IPv6 Neighbour Discovery) noch DHCP-Adressen vergeben noch sich als Router ausgeben.</translation>
        </message>
        <message>
            <source>Which adapters have no filter against ARP, IP, DHCP or router spoofing, for IPv4 and for IPv6, and why? Which guests legitimately act as DHCP server or router, and on which segments?</source>
            <extracomment>2.3.4-e: question</extracomment>
            <translation>Welche Adapter haben keinen Filter gegen Fälschung von ARP, IP, DHCP oder Router, für IPv4 und für IPv6, und warum? Welche Gäste sind zu Recht DHCP-Server oder Router, und an welchen Segmenten?</translation>
        </message>
        <message>
            <source>Guests apart on the network or their traffic authenticated</source>
            <extracomment>2.3.4-f: title</extracomment>
            <translation>Gäste im Netz getrennt oder ihr Verkehr authentisiert</translation>
        </message>
        <message>
            <source>A separate link, switch, VLAN or isolated port keeps apart those guests that have no business hearing each other. Where such guests have a segment in common, they authenticate their traffic from end to end.</source>
            <extracomment>2.3.4-f: requirement</extracomment>
            <translation>Eine eigene Leitung, ein eigener Switch, ein VLAN oder ein isolierter Port trennt die Gäste, die einander nicht zu hören brauchen. Wo solche Gäste ein Segment gemeinsam haben, authentisieren sie ihren Verkehr von Ende zu Ende.</translation>
        </message>
        <message>
            <source>Which guests may share a segment and which must not (by group)? Which protocol authenticates the traffic of those that share one (IPsec, WireGuard, mutual TLS, MACsec, SSH), and how was it shown that no guest can send frames into other VLANs?</source>
            <extracomment>2.3.4-f: question</extracomment>
            <translation>Welche Gäste dürfen ein Segment teilen und welche nicht (nach Gruppen)? Welches Protokoll authentisiert den Verkehr derer, die eines teilen (IPsec, WireGuard, gegenseitiges TLS, MACsec, SSH), und wie wurde gezeigt, dass kein Gast Frames in andere VLANs senden kann?</translation>
        </message>
        <message>
            <source>Resource control active and a share kept for the host</source>
            <extracomment>2.3.5-a: title</extracomment>
            <translation>Begrenzung der Mittel wirksam, ein Anteil für den Host vorbehalten</translation>
        </message>
        <message>
            <source>The mechanism that limits guests (cgroup controllers, scheduler caps, resource pools) works on this host. Memory and CPU are reserved for host and hypervisor, so that an administrator can still log in and act while all guests are under load.</source>
            <extracomment>2.3.5-a: requirement</extracomment>
            <translation>Der Mechanismus, der Gäste begrenzt (cgroup-Controller, Obergrenzen des Schedulers, Ressourcenpools), arbeitet auf diesem Host. Speicher und Prozessorzeit sind für Host und Hypervisor vorbehalten, sodass sich ein Administrator noch anmelden und handeln kann, während alle Gäste unter Last stehen.</translation>
        </message>
        <message>
            <source>Which amount of memory and CPU is reserved for host and hypervisor, and by which setting? When all guests were last under full load, could an administrator still log in and stop a guest, how long did it take, and how much swap and ballooning was in use?</source>
            <extracomment>2.3.5-a: question</extracomment>
            <translation>Wie viel Speicher und Prozessorzeit ist für Host und Hypervisor vorbehalten, und durch welche Einstellung? Als zuletzt alle Gäste voll ausgelastet waren: Konnte sich ein Administrator noch anmelden und einen Gast anhalten, wie lange dauerte es, und wie viel Auslagerung und Ballooning war im Gang?</translation>
        </message>
        <message>
            <source>Trusted guests known, captive accounts really captive</source>
            <extracomment>2.3.6-a: title</extracomment>
            <translation>Vertrauenswürdige Gäste bekannt, beschränkte Konten wirklich beschränkt</translation>
        </message>
        <message>
            <source>A list names the guests that are trusted with sensitive access. From an account in such a guest that is meant for a single application, the user can obtain no shell, forward no port, copy no file and boot no other media.</source>
            <extracomment>2.3.6-a: requirement</extracomment>
            <translation>Eine Liste nennt die Gäste, denen heikle Zugänge anvertraut sind. Aus einem Konto eines solchen Gastes, das nur für eine einzige Anwendung bestimmt ist, gelangt der Benutzer weder an eine Shell noch kann er Ports weiterleiten, Dateien kopieren oder von einem anderen Medium starten.</translation>
        </message>
        <message>
            <source>Which guests are trusted with sensitive access, and which of their accounts are captive to which application? Who tried to break out (shell, port forwarding, file copy, other boot media), on which date and with what result?</source>
            <extracomment>2.3.6-a: question</extracomment>
            <translation>Welchen Gästen sind heikle Zugänge anvertraut, und welche ihrer Konten sind auf welche Anwendung beschränkt? Wer hat versucht auszubrechen (Shell, Portweiterleitung, Dateikopie, anderes Startmedium), an welchem Tag und mit welchem Ergebnis?</translation>
        </message>
        <message>
            <source>Guest images signed and checked before start</source>
            <extracomment>2.3.6-b: title</extracomment>
            <translation>Abbilder der Gäste signiert und vor dem Start geprüft</translation>
        </message>
        <message>
            <source>Every image and template of a trusted guest is signed digitally, either itself or by way of a signed manifest. The guest starts only after that signature has been verified.</source>
            <extracomment>2.3.6-b: requirement</extracomment>
            <translation>Jedes Abbild und jede Vorlage eines vertrauenswürdigen Gastes ist digital signiert, selbst oder durch ein signiertes Verzeichnis. Der Gast startet erst, wenn diese Signatur geprüft ist.</translation>
        </message>
        <message>
            <source>Who or what verifies which images and templates, at which moment before start, and with which tool and key? What happens on a mismatch, who is told, and when did one last occur or get tested?</source>
            <extracomment>2.3.6-b: question</extracomment>
            <translation>Wer oder was prüft welche Abbilder und Vorlagen, zu welchem Zeitpunkt vor dem Start, mit welchem Werkzeug und Schlüssel? Was geschieht bei einer Abweichung, wer erfährt davon, und wann kam eine zuletzt vor oder wurde erprobt?</translation>
        </message>
        <message>
            <source>Signing key guarded, images signed again after change</source>
            <extracomment>2.3.6-c: title</extracomment>
            <translation>Signaturschlüssel behütet, Abbilder nach Änderungen neu signiert</translation>
        </message>
        <message>
            <source>The signing key for guests is out of reach of hosts, of guests and of everyone who could abuse it, and its use is recorded. Each authorised change from outside, above all a patch, ends with a fresh signature.</source>
            <extracomment>2.3.6-c: requirement</extracomment>
            <translation>Der Signaturschlüssel für Gäste ist außer Reichweite von Hosts, Gästen und jedem, der ihn missbrauchen könnte, und seine Benutzung wird festgehalten. Jede genehmigte Änderung von außen, vor allem eine Aktualisierung, endet mit einer neuen Signatur.</translation>
        </message>
        <message>
            <source>Where is the signing key stored, who holds or can use it, and how is each use recorded? Which step of the patch procedure signs the guest again, and when, by whom and for which change was the last signature made?</source>
            <extracomment>2.3.6-c: question</extracomment>
            <translation>Wo liegt der Signaturschlüssel, wer hat ihn oder kann ihn benutzen, und wie wird jede Benutzung festgehalten? Welcher Schritt der Aktualisierung signiert den Gast neu, und wann, von wem und für welche Änderung entstand die letzte Signatur?</translation>
        </message>
        <message>
            <source>Guest firmware verifies its boot chain</source>
            <extracomment>2.3.6-d: title</extracomment>
            <translation>Firmware des Gastes prüft seine Startkette</translation>
        </message>
        <message>
            <source>Guests whose system and platform support it boot through UEFI with secure boot enforced and have a virtual TPM. Both the host's configuration and the guest's own report show this, so that a boot chain altered while the guest was off is refused or noticed.</source>
            <extracomment>2.3.6-d: requirement</extracomment>
            <translation>Gäste, deren System und Plattform es können, starten über UEFI mit erzwungenem Secure Boot und haben ein virtuelles TPM. Die Konfiguration des Hosts und die Auskunft des Gastes zeigen es beide, sodass eine bei ausgeschaltetem Gast veränderte Startkette abgewiesen oder bemerkt wird.</translation>
        </message>
        <message>
            <source>Is secure boot enforced in this guest (UEFI, not in setup mode), does it have a virtual TPM, and who enrolled the keys? If not, what prevents it, and how would a disk changed while the guest was off be noticed?</source>
            <extracomment>2.3.6-d: question</extracomment>
            <translation>Ist Secure Boot in diesem Gast erzwungen (UEFI, nicht im Einrichtungsmodus), hat er ein virtuelles TPM, und wer hat die Schlüssel eingetragen? Wenn nicht: Was steht dem entgegen, und wie fiele ein bei ausgeschaltetem Gast veränderter Datenträger auf?</translation>
        </message>
        <message>
            <source>Hypervisor files unchanged and from a trusted source</source>
            <extracomment>2.3.7-a: title</extracomment>
            <translation>Dateien des Hypervisors unverändert und aus vertrauenswürdiger Quelle</translation>
        </message>
        <message>
            <source>The hypervisor consists of exactly those binaries, modules and packages that the vendor delivered and signed, as verification against signatures or package database shows. Additions without a valid signature are refused.</source>
            <extracomment>2.3.7-a: requirement</extracomment>
            <translation>Der Hypervisor besteht genau aus den Programmen, Modulen und Paketen, die der Hersteller geliefert und signiert hat, wie die Prüfung gegen Signaturen oder Paketdatenbank zeigt. Zusätze ohne gültige Signatur werden abgewiesen.</translation>
        </message>
        <message>
            <source>Which hypervisor packages, modules or files differ from what the vendor delivered, and who changed them for which reason? Which acceptance or signature level is enforced on this host, and from which source were unsigned additions installed?</source>
            <extracomment>2.3.7-a: question</extracomment>
            <translation>Welche Pakete, Module oder Dateien des Hypervisors weichen von der Lieferung des Herstellers ab, und wer hat sie aus welchem Grund geändert? Welche Annahme- oder Signaturstufe ist auf diesem Host erzwungen, und aus welcher Quelle stammen unsignierte Zusätze?</translation>
        </message>
        <message>
            <source>Hypervisor start is measured or verified, or guests verify it</source>
            <extracomment>2.3.7-b: title</extracomment>
            <translation>Start des Hypervisors gemessen oder geprüft, oder Gäste prüfen ihn</translation>
        </message>
        <message>
            <source>The host starts through secure boot or measured boot. Failing that, guests are able to validate by attestation the hypervisor on which they run.</source>
            <extracomment>2.3.7-b: requirement</extracomment>
            <translation>Der Host startet mit Secure Boot oder gemessenem Start. Andernfalls können Gäste durch Attestierung prüfen, auf welchem Hypervisor sie laufen.</translation>
        </message>
        <message>
            <source>Is secure boot enforced on this host, and who compares its boot measurements with reference values, how often and from where? If neither exists, how does the owner of a guest know that the hypervisor beneath it is genuine?</source>
            <extracomment>2.3.7-b: question</extracomment>
            <translation>Ist Secure Boot auf diesem Host erzwungen, und wer vergleicht seine Startmessungen mit Sollwerten, wie oft und von wo aus? Wenn es beides nicht gibt: Woran erkennt der Eigentümer eines Gastes, dass der Hypervisor darunter echt ist?</translation>
        </message>
    </context>
    <context>
        <name>Chapter 3</name>
        <message>
            <source>Installation</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Installation</translation>
        </message>
        <message>
            <source>What is decided here is decided early: how much a host can carry, in which order its guests start, what is installed in them, who can touch the machine, and how lean its own operating system is. Most items answer either starvation, where one guest or one bad morning takes the resources of all, or unwanted power in the hands of whoever stands before the host or logs in to it. Omissions are dear to mend later, because a host with forty guests is seldom stopped for a new disk layout or a case lock.</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Was hier entschieden wird, wird früh entschieden: wie viel ein Host tragen kann, in welcher Reihenfolge seine Gäste starten, was in ihnen installiert ist, wer die Maschine berühren kann und wie schlank ihr eigenes Betriebssystem ist. Die meisten Punkte begegnen entweder dem Aushungern, bei dem ein Gast oder ein schlechter Morgen allen die Mittel nimmt, oder ungewollter Macht in der Hand dessen, der vor dem Host steht oder sich an ihm anmeldet. Versäumtes nachzuholen ist später teuer, denn ein Host mit vierzig Gästen wird selten für eine neue Plattenaufteilung oder ein Gehäuseschloss angehalten.</translation>
        </message>
        <message>
            <source>Hardware sizing</source>
            <extracomment>title of section 3.1</extracomment>
            <translation>Bemessung der Hardware</translation>
        </message>
        <message>
            <source>Whether the machine can carry all its guests at their peak, not only on an average day. The threat is starvation of every guest at the same moment.</source>
            <extracomment>introduction of section 3.1</extracomment>
            <translation>Ob die Maschine alle ihre Gäste zur Spitzenzeit tragen kann, nicht nur an einem gewöhnlichen Tag. Die Bedrohung ist, dass alle Gäste im selben Augenblick hungern.</translation>
        </message>
        <message>
            <source>Disk load at boot</source>
            <extracomment>title of section 3.2</extracomment>
            <translation>Last auf den Datenträgern beim Start</translation>
        </message>
        <message>
            <source>What happens in the minutes after the host starts, when all guests want the same disks. A start that chokes is an outage, and it mostly follows another one.</source>
            <extracomment>introduction of section 3.2</extracomment>
            <translation>Was in den Minuten nach dem Start des Hosts geschieht, wenn alle Gäste dieselben Datenträger wollen. Ein Start, der erstickt, ist ein Ausfall, und er folgt meist auf einen anderen.</translation>
        </message>
        <message>
            <source>Assistance tools in guests</source>
            <extracomment>title of section 3.3</extracomment>
            <translation>Hilfsprogramme in Gästen</translation>
        </message>
        <message>
            <source>Drivers, agents and services that the virtualisation product places in its guests. They run with high rights and form channels between guest and host that no network control sees.</source>
            <extracomment>introduction of section 3.3</extracomment>
            <translation>Treiber, Agenten und Dienste, die das Virtualisierungsprodukt in seine Gäste setzt. Sie laufen mit hohen Rechten und bilden Kanäle zwischen Gast und Host, die keine Netzkontrolle sieht.</translation>
        </message>
        <message>
            <source>Physical access to the host</source>
            <extracomment>title of section 3.4</extracomment>
            <translation>Zugang zur Maschine</translation>
        </message>
        <message>
            <source>Locks, drives, ports, boot order and console of the physical machine. Someone who stands before it can get past most of what was configured on it.</source>
            <extracomment>introduction of section 3.4</extracomment>
            <translation>Schlösser, Laufwerke, Anschlüsse, Startreihenfolge und Konsole der physischen Maschine. Wer davor steht, kommt an den meisten Einstellungen vorbei.</translation>
        </message>
        <message>
            <source>Host operating system</source>
            <extracomment>title of section 3.5</extracomment>
            <translation>Betriebssystem des Hosts</translation>
        </message>
        <message>
            <source>Accounts, services, software and patches of the host's own system. Each of them is a way to all guests at once, so the measure is that of a security device rather than of a server.</source>
            <extracomment>introduction of section 3.5</extracomment>
            <translation>Konten, Dienste, Software und Aktualisierungen des eigenen Systems des Hosts. Jedes davon ist ein Weg zu allen Gästen zugleich; das Maß ist also das eines Sicherheitsgeräts und nicht das eines Servers.</translation>
        </message>
        <message>
            <source>Ceilings per guest</source>
            <extracomment>title of section 3.6</extracomment>
            <translation>Obergrenzen je Gast</translation>
        </message>
        <message>
            <source>Upper limits for what a single guest can take. They keep a fault or an attack in one guest from becoming an outage of its neighbours.</source>
            <extracomment>introduction of section 3.6</extracomment>
            <translation>Obergrenzen dessen, was ein einzelner Gast nehmen kann. Sie verhindern, dass ein Fehler oder Angriff in einem Gast zum Ausfall seiner Nachbarn wird.</translation>
        </message>
        <message>
            <source>Memory covers host, all guests and overhead</source>
            <extracomment>3.1-a: title</extracomment>
            <translation>Speicher reicht für Host, alle Gäste und Mehrbedarf</translation>
        </message>
        <message>
            <source>Installed memory is no less than H + sum(G) + O: H is what host and hypervisor use without guests, G the most that is configured for each guest able to run together with the others, O the overhead per guest. The sum and the remaining margin are shown.</source>
            <extracomment>3.1-a: requirement</extracomment>
            <translation>Der eingebaute Speicher ist nicht kleiner als H + Summe(G) + O: H benutzen Host und Hypervisor ohne Gäste, G ist das Höchste, was für jeden Gast eingestellt ist, der gleichzeitig mit den anderen laufen kann, O der Mehrbedarf je Gast. Summe und verbleibende Reserve werden gezeigt.</translation>
        </message>
        <message>
            <source>How much memory is installed, how much do host and hypervisor use without guests, and what is the upper memory value of each guest that may be running together with the others? Which overhead per guest do you reckon with, and which margin is left?</source>
            <extracomment>3.1-a: question</extracomment>
            <translation>Wie viel Speicher ist eingebaut, wie viel benutzen Host und Hypervisor ohne Gäste, und welcher Höchstwert gilt für jeden Gast, der gleichzeitig mit den anderen laufen kann? Mit welchem Mehrbedarf je Gast rechnen Sie, und welche Reserve bleibt?</translation>
        </message>
        <message>
            <source>CPU covers host, all guests and overhead</source>
            <extracomment>3.1-b: title</extracomment>
            <translation>Prozessor reicht für Host, alle Gäste und Mehrbedarf</translation>
        </message>
        <message>
            <source>CPU capacity in cores and clock covers H + sum(G) + O, where each guest counts with its peak (virtual CPUs times their cap) at the same instant as all others, not in turns. The resulting ratio stays within the limit chosen for the site.</source>
            <extracomment>3.1-b: requirement</extracomment>
            <translation>Die Prozessorleistung in Kernen und Takt deckt H + Summe(G) + O, wobei jeder Gast mit seiner Spitze zählt (virtuelle Prozessoren mal Obergrenze), und zwar im selben Augenblick wie alle anderen, nicht reihum. Das Verhältnis bleibt unter der für den Standort gewählten Grenze.</translation>
        </message>
        <message>
            <source>How many cores (not threads) at which clock face all virtual CPUs, each times its cap, plus host and overhead? Which ratio is allowed at your site, who set it, and what was the highest steal or ready time of the past month?</source>
            <extracomment>3.1-b: question</extracomment>
            <translation>Wie viele Kerne (nicht Threads) mit welchem Takt stehen allen virtuellen Prozessoren, jeder mal seine Obergrenze, samt Host und Mehrbedarf gegenüber? Welches Verhältnis ist an Ihrem Standort erlaubt, wer hat es festgelegt, und wie hoch war die Steal- oder Ready-Zeit im vergangenen Monat höchstens?</translation>
        </message>
        <message>
            <source>Disk, network and ports sized and reviewed</source>
            <extracomment>3.1-c: title</extracomment>
            <translation>Datenträger, Netz und Anschlüsse bemessen und überprüft</translation>
        </message>
        <message>
            <source>Before the product was chosen, the needs of the guests were compared with the disks (capacity, speed, buffering), the network interfaces (how many, how fast) and the physical ports that cannot be shared. The comparison is repeated whenever guests are added.</source>
            <extracomment>3.1-c: requirement</extracomment>
            <translation>Vor der Wahl des Produkts wurde der Bedarf der Gäste mit den Datenträgern (Größe, Geschwindigkeit, Pufferung), den Netzschnittstellen (Zahl, Geschwindigkeit) und den Anschlüssen verglichen, die nicht geteilt werden können. Der Vergleich wird wiederholt, sobald Gäste hinzukommen.</translation>
        </message>
        <message>
            <source>Who sized disks (capacity, operations per second, write cache), network interfaces and ports that guests cannot share, on which date and for which guests? Was it done before the product was chosen, and when was it last repeated because guests were added?</source>
            <extracomment>3.1-c: question</extracomment>
            <translation>Wer hat Datenträger (Größe, Zugriffe je Sekunde, Schreibpuffer), Netzschnittstellen und nicht teilbare Anschlüsse bemessen, an welchem Tag und für welche Gäste? Geschah es vor der Wahl des Produkts, und wann wurde es zuletzt wiederholt, weil Gäste hinzukamen?</translation>
        </message>
        <message>
            <source>Over-commitment only as a written decision</source>
            <extracomment>3.1-d: title</extracomment>
            <translation>Überbuchung nur als schriftliche Entscheidung</translation>
        </message>
        <message>
            <source>If the guests together can demand more CPU, memory, disk or network than the host has (ratio above 1.0), a written decision accepts that all of them may peak at once, for instance in an attack. The ceilings of section 3.6 are then in force.</source>
            <extracomment>3.1-d: requirement</extracomment>
            <translation>Wenn die Gäste zusammen mehr Prozessor, Speicher, Datenträger oder Netz fordern können, als der Host hat (Verhältnis über 1,0), nimmt eine schriftliche Entscheidung in Kauf, dass alle zugleich ihre Spitze erreichen, etwa bei einem Angriff. Die Obergrenzen aus Abschnitt 3.6 gelten dann.</translation>
        </message>
        <message>
            <source>Which resources are committed beyond 1.0, and how far? Who accepted that in writing, on which date, which guests lose first when all demand their share, and are the ceilings of each guest set?</source>
            <extracomment>3.1-d: question</extracomment>
            <translation>Welche Mittel sind über 1,0 hinaus vergeben, und wie weit? Wer hat das an welchem Tag schriftlich hingenommen, welche Gäste verlieren zuerst, wenn alle ihren Teil fordern, und ist für jeden Gast eine Obergrenze eingestellt?</translation>
        </message>
        <message>
            <source>Guest starts staggered</source>
            <extracomment>3.2-a: title</extracomment>
            <translation>Gäste starten gestaffelt</translation>
        </message>
        <message>
            <source>When the host boots, its guests start in succession, each after its predecessor has finished booting or after a pause of roughly two to five minutes. A pause of 120 seconds or more, or no more than one guest that starts by itself, satisfies the item.</source>
            <extracomment>3.2-a: requirement</extracomment>
            <translation>Wenn der Host startet, starten seine Gäste nacheinander, jeder nach dem Ende des vorigen Starts oder nach einer Pause von etwa zwei bis fünf Minuten. Eine Pause von mindestens 120 Sekunden oder höchstens ein von selbst startender Gast genügt.</translation>
        </message>
        <message>
            <source>Which guests start by themselves with the host, in which order, and with which delay or readiness signal between them? How long did the last start of all guests take, and which of them failed in it?</source>
            <extracomment>3.2-a: question</extracomment>
            <translation>Welche Gäste starten von selbst mit dem Host, in welcher Reihenfolge und mit welcher Pause oder Bereitmeldung dazwischen? Wie lange dauerte der letzte Start aller Gäste, und welche schlugen dabei fehl?</translation>
        </message>
        <message>
            <source>Critical guests first, or the alternative chosen on purpose</source>
            <extracomment>3.2-b: title</extracomment>
            <translation>Wichtige Gäste zuerst, oder die Alternative mit Absicht gewählt</translation>
        </message>
        <message>
            <source>At boot the guests that matter most come first. Without a stagger, each guest has physical disks of its own, or the longer parallel boot was accepted on purpose.</source>
            <extracomment>3.2-b: requirement</extracomment>
            <translation>Beim Start kommen die wichtigsten Gäste zuerst. Ohne Staffelung hat jeder Gast eigene physische Datenträger, oder der längere gleichzeitige Start wurde mit Absicht hingenommen.</translation>
        </message>
        <message>
            <source>Which guests are critical and at which place do they start? If starts are not staggered, which alternative was chosen (own physical disks, longer parallel boot), why and by whom, and when did a start from power-off last prove it?</source>
            <extracomment>3.2-b: question</extracomment>
            <translation>Welche Gäste sind unentbehrlich, und an welcher Stelle starten sie? Wenn nicht gestaffelt wird: Welche Alternative wurde gewählt (eigene Datenträger, längerer gleichzeitiger Start), warum und von wem, und wann hat ein Start aus dem stromlosen Zustand das zuletzt bewiesen?</translation>
        </message>
        <message>
            <source>Assistance tools inventoried and current</source>
            <extracomment>3.3-a: title</extracomment>
            <translation>Hilfsprogramme erfasst und aktuell</translation>
        </message>
        <message>
            <source>Every guest's set of tools, agents and drivers from the virtualisation product is known together with the versions in use, and all of them are supported and up to date. Components that nobody uses are not installed.</source>
            <extracomment>3.3-a: requirement</extracomment>
            <translation>Die Programme, Agenten und Treiber des Virtualisierungsprodukts in jedem Gast sind samt Version bekannt, werden alle noch gepflegt und sind auf neuem Stand. Teile, die niemand benutzt, sind nicht installiert.</translation>
        </message>
        <message>
            <source>Which tools and agents run in this guest, in which version, and until when are they supported? Who updates them and by which channel, which of their components are unused, and are there leftovers of a former platform?</source>
            <extracomment>3.3-a: question</extracomment>
            <translation>Welche Programme und Agenten laufen in diesem Gast, in welcher Version, und bis wann werden sie gepflegt? Wer aktualisiert sie auf welchem Weg, welche Teile sind unbenutzt, und gibt es Reste einer früheren Plattform?</translation>
        </message>
        <message>
            <source>String and variable channels of the tools closed or bounded</source>
            <extracomment>3.3-b: title</extracomment>
            <translation>Text- und Variablenkanäle der Hilfsprogramme geschlossen oder begrenzt</translation>
        </message>
        <message>
            <source>The string paths between a guest and its host (key-value exchange, guest properties, information variables and their like) are closed, or bounded in size and direction. Details about the host are not disclosed through them.</source>
            <extracomment>3.3-b: requirement</extracomment>
            <translation>Die Textwege zwischen einem Gast und seinem Host (Austausch von Schlüsseln und Werten, Gasteigenschaften, Informationsvariablen und Ähnliches) sind geschlossen oder in Größe und Richtung begrenzt. Angaben über den Host werden darüber nicht preisgegeben.</translation>
        </message>
        <message>
            <source>Which string channels (key-value exchange, guest properties, guestinfo variables) are open for which guests, and which product reads or writes them? What size and direction limits apply, and which host details or deployment secrets can a guest user read there?</source>
            <extracomment>3.3-b: question</extracomment>
            <translation>Welche Textkanäle (Schlüssel-Wert-Austausch, Gasteigenschaften, guestinfo-Variablen) sind für welche Gäste offen, und welches Produkt liest oder schreibt sie? Welche Grenzen gelten für Größe und Richtung, und welche Angaben über den Host oder Geheimnisse der Einrichtung kann ein Benutzer des Gastes dort lesen?</translation>
        </message>
        <message>
            <source>Scripts, remote operations and monitoring through the tools restricted</source>
            <extracomment>3.3-c: title</extracomment>
            <translation>Skripte, Fernbefehle und Überwachung durch die Hilfsprogramme eingeschränkt</translation>
        </message>
        <message>
            <source>The tools give the host no means to run power scripts, execute commands, copy files or monitor inside a guest. Exceptions have a documented need.</source>
            <extracomment>3.3-c: requirement</extracomment>
            <translation>Die Hilfsprogramme geben dem Host keine Mittel, in einem Gast Skripte beim Ein- und Ausschalten laufen zu lassen, Befehle auszuführen, Dateien zu kopieren oder ihn zu überwachen. Ausnahmen haben einen belegten Bedarf.</translation>
        </message>
        <message>
            <source>Which of these functions (power scripts, command execution, file copy, monitoring) are on, for which product, such as backup or orchestration, and where is the need written down? Which accounts on the host side may trigger them, and where is each use logged?</source>
            <extracomment>3.3-c: question</extracomment>
            <translation>Welche dieser Funktionen (Skripte, Befehle, Dateikopie, Überwachung) sind eingeschaltet, für welches Produkt, etwa Sicherung oder Orchestrierung, und wo ist der Bedarf belegt? Welche Konten auf Seiten des Hosts dürfen sie auslösen, und wo wird jede Benutzung protokolliert?</translation>
        </message>
        <message>
            <source>Room with access control; cabling out of reach</source>
            <extracomment>3.4-a: title</extracomment>
            <translation>Raum mit Zutrittskontrolle, Verkabelung außer Reichweite</translation>
        </message>
        <message>
            <source>Hosts stand in a room whose entrance is guarded by card or person, and their network sockets and cables cannot be tapped from outside it. The protection is raised when more guests, or more valuable ones, move in.</source>
            <extracomment>3.4-a: requirement</extracomment>
            <translation>Hosts stehen in einem Raum, dessen Eingang durch Karte oder Mensch bewacht ist, und ihre Netzdosen und Kabel lassen sich von außerhalb nicht anzapfen. Der Schutz wächst, wenn mehr oder wertvollere Gäste einziehen.</translation>
        </message>
        <message>
            <source>Who can enter the room, is each entry logged, and when was the access list last reviewed? Where do cables of the hosts leave the room, and has the number or value of the guests grown since the protection was last judged?</source>
            <extracomment>3.4-a: question</extracomment>
            <translation>Wer kann den Raum betreten, wird jeder Zutritt aufgezeichnet, und wann wurde die Zutrittsliste zuletzt überprüft? Wo verlassen Kabel der Hosts den Raum, und ist Zahl oder Wert der Gäste gewachsen, seit der Schutz zuletzt beurteilt wurde?</translation>
        </message>
        <message>
            <source>Machine anchored, case and drive bays locked</source>
            <extracomment>3.4-b: title</extracomment>
            <translation>Maschine verankert, Gehäuse und Laufwerksschächte verschlossen</translation>
        </message>
        <message>
            <source>Rack or anchor locks, a case lock and lockable bays prevent the machine from being carried off and its disks from being pulled out. Where that is not possible the disks are encrypted.</source>
            <extracomment>3.4-b: requirement</extracomment>
            <translation>Schlösser an Schrank oder Verankerung, Gehäuse und Schächten verhindern, dass die Maschine weggetragen und ihre Datenträger herausgezogen werden. Wo das nicht geht, sind die Datenträger verschlüsselt.</translation>
        </message>
        <message>
            <source>Which locks secure rack, case and drive bays, and who holds keys to them? Is intrusion detection of the case on and where does its alarm arrive, and which disks are encrypted with the key kept where?</source>
            <extracomment>3.4-b: question</extracomment>
            <translation>Welche Schlösser sichern Schrank, Gehäuse und Schächte, und wer hat die Schlüssel? Ist die Öffnungserkennung des Gehäuses eingeschaltet, wo kommt ihr Alarm an, und welche Datenträger sind verschlüsselt, mit welchem Ort des Schlüssels?</translation>
        </message>
        <message>
            <source>Floppy and optical drives gone after set-up</source>
            <extracomment>3.4-c: title</extracomment>
            <translation>Disketten- und optische Laufwerke nach der Einrichtung entfernt</translation>
        </message>
        <message>
            <source>Drives for removable media (floppy, optical and the like) that were needed to install the host have since been removed or disabled. This includes the remote media of the management controller.</source>
            <extracomment>3.4-c: requirement</extracomment>
            <translation>Laufwerke für Wechselmedien (Diskette, optische und dergleichen), die zur Installation des Hosts gebraucht wurden, sind seither entfernt oder abgeschaltet. Das gilt auch für die virtuellen Medien des Management-Controllers.</translation>
        </message>
        <message>
            <source>Why is each listed drive, the management controller's remote media included, still there? When was it last used and by whom, and how will it be disabled (removed, firmware, driver, controller setting)?</source>
            <extracomment>3.4-c: question</extracomment>
            <translation>Warum ist jedes aufgeführte Laufwerk noch da, die virtuellen Medien des Management-Controllers eingeschlossen? Wann und von wem wurde es zuletzt benutzt, und wie wird es abgeschaltet (Ausbau, Firmware, Treiber, Einstellung des Controllers)?</translation>
        </message>
        <message>
            <source>Boot only from the primary disk</source>
            <extracomment>3.4-d: title</extracomment>
            <translation>Start nur vom ersten Datenträger</translation>
        </message>
        <message>
            <source>The firmware boots the primary drive and nothing else, with network and USB boot off. Changing this choice takes the firmware password (item 7.7-a).</source>
            <extracomment>3.4-d: requirement</extracomment>
            <translation>Die Firmware startet den ersten Datenträger und nichts anderes; Start aus dem Netz und von USB ist aus. Diese Wahl zu ändern verlangt das Firmware-Passwort (Punkt 7.7-a).</translation>
        </message>
        <message>
            <source>What does the firmware screen show as boot order, are network (PXE, HTTP) and USB boot off, and does the one-time boot menu ask for the firmware password? Who confirmed it at the machine, on which date?</source>
            <extracomment>3.4-d: question</extracomment>
            <translation>Welche Startreihenfolge zeigt die Firmware, sind Netz- (PXE, HTTP) und USB-Start aus, und fragt das einmalige Startmenü nach dem Firmware-Passwort? Wer hat es an welchem Tag an der Maschine bestätigt?</translation>
        </message>
        <message>
            <source>External ports controlled</source>
            <extracomment>3.4-e: title</extracomment>
            <translation>Äußere Anschlüsse unter Kontrolle</translation>
        </message>
        <message>
            <source>USB, FireWire, Thunderbolt, serial and parallel ports accept permitted devices only, or nothing at all. Settings of host and guest, or a product for device control, enforce this.</source>
            <extracomment>3.4-e: requirement</extracomment>
            <translation>USB, FireWire, Thunderbolt, serielle und parallele Anschlüsse nehmen nur erlaubte Geräte an oder gar nichts. Einstellungen von Host und Gast oder ein Produkt zur Gerätekontrolle setzen das durch.</translation>
        </message>
        <message>
            <source>Which external ports of host and guests are usable, and for which devices? By what are the others blocked (driver, firmware, device control product), where do active serial consoles end, and which ports are handed to guests?</source>
            <extracomment>3.4-e: question</extracomment>
            <translation>Welche äußeren Anschlüsse von Host und Gästen sind benutzbar, und für welche Geräte? Wodurch sind die übrigen gesperrt (Treiber, Firmware, Gerätekontrolle), wo enden aktive serielle Konsolen, und welche Anschlüsse werden an Gäste gereicht?</translation>
        </message>
        <message>
            <source>Console keys give no power without login</source>
            <extracomment>3.4-f: title</extracomment>
            <translation>Tasten an der Konsole bewirken ohne Anmeldung nichts</translation>
        </message>
        <message>
            <source>No key combination at the console lets someone who has not logged in stop processes, see the load or restart the machine. Unattended consoles lock.</source>
            <extracomment>3.4-f: requirement</extracomment>
            <translation>Keine Tastenkombination an der Konsole lässt jemanden ohne Anmeldung Prozesse anhalten, die Last sehen oder die Maschine neu starten. Unbeaufsichtigte Konsolen sperren sich.</translation>
        </message>
        <message>
            <source>What happens at this console, without a login, on Ctrl+Alt+Del, on the magic SysRq keys and at the shutdown button of the logon screen? After how many idle minutes does an open session lock, and does any account log in automatically?</source>
            <extracomment>3.4-f: question</extracomment>
            <translation>Was geschieht an dieser Konsole ohne Anmeldung bei Strg+Alt+Entf, bei den SysRq-Tasten und beim Ausschaltknopf des Anmeldebildschirms? Nach wie vielen Minuten Ruhe sperrt sich eine offene Sitzung, und meldet sich ein Konto von selbst an?</translation>
        </message>
        <message>
            <source>Few accounts on the host</source>
            <extracomment>3.5-a: title</extracomment>
            <translation>Wenige Konten auf dem Host</translation>
        </message>
        <message>
            <source>The host has no accounts beyond those needed to run guests: none that is shared, stale or left from tests. Exactly one account has uid 0.</source>
            <extracomment>3.5-a: requirement</extracomment>
            <translation>Der Host hat keine Konten außer denen, die zum Betrieb der Gäste nötig sind: keine gemeinsamen, veralteten oder von Tests übrig gebliebenen. Genau ein Konto hat die uid 0.</translation>
        </message>
        <message>
            <source>To which person or service does each account that can log in belong, what is it needed for, and when was it last used? Which are shared, and who removes an account when its holder leaves, within how many days?</source>
            <extracomment>3.5-a: question</extracomment>
            <translation>Zu welchem Menschen oder Dienst gehört jedes Konto, das sich anmelden kann, wozu wird es gebraucht, und wann wurde es zuletzt benutzt? Welche sind gemeinsam, und wer entfernt ein Konto binnen wie vieler Tage, wenn sein Inhaber geht?</translation>
        </message>
        <message>
            <source>Host passwords changed often and held by few</source>
            <extracomment>3.5-b: title</extracomment>
            <translation>Passwörter des Hosts oft gewechselt und wenigen bekannt</translation>
        </message>
        <message>
            <source>Passwords of host accounts expire after a set period. Only the staff who have to log in know them.</source>
            <extracomment>3.5-b: requirement</extracomment>
            <translation>Passwörter von Konten des Hosts laufen nach einer festen Frist ab. Nur wer sich dort anmelden muss, kennt sie.</translation>
        </message>
        <message>
            <source>What maximum age applies to each host account, and when was its password last changed? Who knows the shared and the emergency passwords, in which place are they kept, and are they changed after each use and after a holder leaves?</source>
            <extracomment>3.5-b: question</extracomment>
            <translation>Welches Höchstalter gilt für jedes Konto des Hosts, und wann wurde sein Passwort zuletzt geändert? Wer kennt die gemeinsamen und die Notfallpasswörter, wo liegen sie, und werden sie nach jeder Benutzung und nach dem Weggang eines Inhabers geändert?</translation>
        </message>
        <message>
            <source>Host offers as few network services as possible</source>
            <extracomment>3.5-c: title</extracomment>
            <translation>Host bietet so wenige Netzdienste wie möglich</translation>
        </message>
        <message>
            <source>As few processes as possible, ideally none, listen on the host's network addresses. Each remaining service stands on a list approved for the site.</source>
            <extracomment>3.5-c: requirement</extracomment>
            <translation>So wenige Prozesse wie möglich, am besten keiner, lauschen auf den Netzadressen des Hosts. Jeder verbleibende Dienst steht auf einer für den Standort genehmigten Liste.</translation>
        </message>
        <message>
            <source>Which processes listen on which addresses of the host, what is each for, and who approved it for the list? Which could be bound to loopback or the management address alone, and which are reachable from a guest network?</source>
            <extracomment>3.5-c: question</extracomment>
            <translation>Welche Prozesse lauschen auf welchen Adressen des Hosts, wozu jeder, und wer hat ihn für die Liste genehmigt? Welche ließen sich auf Loopback oder die Verwaltungsadresse beschränken, und welche sind aus einem Gastnetz erreichbar?</translation>
        </message>
        <message>
            <source>Remaining services need login and are firewalled</source>
            <extracomment>3.5-d: title</extracomment>
            <translation>Verbleibende Dienste verlangen Anmeldung und stehen hinter einer Firewall</translation>
        </message>
        <message>
            <source>Each service left on the host acts only after authentication. A firewall, the host's own or one before it, lets none but the management machines reach these services.</source>
            <extracomment>3.5-d: requirement</extracomment>
            <translation>Jeder auf dem Host verbleibende Dienst handelt erst nach Anmeldung. Eine Firewall, die eigene des Hosts oder eine davor, lässt nur die Verwaltungsrechner an diese Dienste.</translation>
        </message>
        <message>
            <source>How does each listening service authenticate its callers (key, certificate, Kerberos, password, not at all)? Which addresses may reach it by which rule, for IPv4 and for IPv6, and who keeps the list of management machines?</source>
            <extracomment>3.5-d: question</extracomment>
            <translation>Wie prüft jeder lauschende Dienst, wer ihn ruft (Schlüssel, Zertifikat, Kerberos, Passwort, gar nicht)? Welche Adressen dürfen ihn nach welcher Regel erreichen, für IPv4 und für IPv6, und wer führt die Liste der Verwaltungsrechner?</translation>
        </message>
        <message>
            <source>Unneeded software off or removed</source>
            <extracomment>3.5-e: title</extracomment>
            <translation>Unnötige Software abgeschaltet oder entfernt</translation>
        </message>
        <message>
            <source>Programs and services that the host does not need for running its guests are removed, or at the least disabled.</source>
            <extracomment>3.5-e: requirement</extracomment>
            <translation>Programme und Dienste, die der Host zum Betrieb seiner Gäste nicht braucht, sind entfernt oder wenigstens abgeschaltet.</translation>
        </message>
        <message>
            <source>For each listed service and package (desktop, browser, mail, print, compiler and the like): what does the host need it for to run its guests? Who confirmed those that stay, and by when will the others be removed or disabled?</source>
            <extracomment>3.5-e: question</extracomment>
            <translation>Zu jedem aufgeführten Dienst und Paket (Arbeitsoberfläche, Browser, Post, Druck, Compiler und dergleichen): Wozu braucht ihn der Host zum Betrieb seiner Gäste? Wer hat die verbleibenden bestätigt, und bis wann werden die anderen entfernt oder abgeschaltet?</translation>
        </message>
        <message>
            <source>Host patched in a regular, tested way</source>
            <extracomment>3.5-f: title</extracomment>
            <translation>Host regelmäßig und geprüft aktualisiert</translation>
        </message>
        <message>
            <source>Host patches follow a regular cycle. Each one runs first on a test machine outside production, because a faulty patch may stop many guests.</source>
            <extracomment>3.5-f: requirement</extracomment>
            <translation>Aktualisierungen des Hosts folgen einem festen Takt. Jede läuft zuerst auf einer Testmaschine außerhalb des Betriebs, weil eine fehlerhafte viele Gäste anhalten kann.</translation>
        </message>
        <message>
            <source>Which cycle applies to host patches, when was this host last updated, and is a restart pending? Which machine outside production is the test machine, how far does it resemble this host, and who signs off a patch?</source>
            <extracomment>3.5-f: question</extracomment>
            <translation>Welcher Takt gilt für Aktualisierungen des Hosts, wann war die letzte, und steht ein Neustart aus? Welche Maschine außerhalb des Betriebs ist die Testmaschine, wie ähnlich ist sie diesem Host, und wer gibt eine Aktualisierung frei?</translation>
        </message>
        <message>
            <source>CPU ceiling per guest</source>
            <extracomment>3.6-a: title</extracomment>
            <translation>Obergrenze der Prozessorzeit je Gast</translation>
        </message>
        <message>
            <source>Each guest has a maximum number of virtual CPUs and, where cores are shared, a cap or quota on CPU time. No single guest can occupy all processors.</source>
            <extracomment>3.6-a: requirement</extracomment>
            <translation>Jeder Gast hat eine Höchstzahl virtueller Prozessoren und, wo Kerne geteilt werden, eine Obergrenze oder Quote der Prozessorzeit. Kein einzelner Gast kann alle Prozessoren belegen.</translation>
        </message>
        <message>
            <source>How many virtual CPUs and which cap or quota has each guest, compared with the number of physical cores? Which guests have no cap, for what reason, and what was observed in their neighbours when such a guest used all that it could get?</source>
            <extracomment>3.6-a: question</extracomment>
            <translation>Wie viele virtuelle Prozessoren und welche Obergrenze oder Quote hat jeder Gast, verglichen mit der Zahl der Kerne? Welche Gäste haben aus welchem Grund keine Obergrenze, und was war an ihren Nachbarn zu beobachten, als ein solcher Gast alles nahm, was er bekam?</translation>
        </message>
        <message>
            <source>Memory ceiling per guest</source>
            <extracomment>3.6-b: title</extracomment>
            <translation>Obergrenze des Speichers je Gast</translation>
        </message>
        <message>
            <source>Each guest has a maximum memory, and the host can bear that maximum together with the guest's overhead.</source>
            <extracomment>3.6-b: requirement</extracomment>
            <translation>Jeder Gast hat einen Höchstwert an Speicher, und der Host kann diesen samt dem Mehrbedarf des Gastes tragen.</translation>
        </message>
        <message>
            <source>What are the maximum memory, dynamic range and hard limit of each guest, and which overhead is added? Can the host bear all maxima at the same time, and which guests use locked memory or huge pages?</source>
            <extracomment>3.6-b: question</extracomment>
            <translation>Wie groß sind Höchstwert, veränderlicher Bereich und harte Grenze des Speichers jedes Gastes, und welcher Mehrbedarf kommt hinzu? Kann der Host alle Höchstwerte zugleich tragen, und welche Gäste benutzen im Arbeitsspeicher gesperrte Seiten oder Huge Pages?</translation>
        </message>
        <message>
            <source>Disk space and disk rate ceiling per guest</source>
            <extracomment>3.6-c: title</extracomment>
            <translation>Obergrenze von Platz und Durchsatz der Datenträger je Gast</translation>
        </message>
        <message>
            <source>Each virtual disk has a fixed maximum size that the storage could hold if it were filled. Snapshots are bounded, and where guests share disks their I/O rate is limited.</source>
            <extracomment>3.6-c: requirement</extracomment>
            <translation>Jeder virtuelle Datenträger hat eine feste Höchstgröße, die der Speicher auch gefüllt fassen könnte. Schnappschüsse sind begrenzt, und wo Gäste Datenträger teilen, ist ihr Durchsatz begrenzt.</translation>
        </message>
        <message>
            <source>How much space is provisioned in total, thin disks at full size, against how much physical space? After how many days and by whom are snapshots removed, and which limits in operations and bytes per second apply to guests on shared disks?</source>
            <extracomment>3.6-c: question</extracomment>
            <translation>Wie viel Platz ist insgesamt zugesagt, dünn angelegte Datenträger in voller Größe, gegenüber wie viel vorhandenem? Nach wie vielen Tagen und von wem werden Schnappschüsse entfernt, und welche Grenzen in Zugriffen und Bytes je Sekunde gelten für Gäste auf geteilten Datenträgern?</translation>
        </message>
        <message>
            <source>Network ceiling per guest</source>
            <extracomment>3.6-d: title</extracomment>
            <translation>Obergrenze des Netzes je Gast</translation>
        </message>
        <message>
            <source>A guest has no more virtual adapters than it needs. Each adapter has a bandwidth limit where it shares a physical link.</source>
            <extracomment>3.6-d: requirement</extracomment>
            <translation>Ein Gast hat nicht mehr virtuelle Adapter, als er braucht. Jeder Adapter hat eine Bandbreitengrenze, wo er eine physische Leitung teilt.</translation>
        </message>
        <message>
            <source>How many adapters has each guest, what is each for, and which inbound and outbound limits are set? Which physical links do guests share with storage, migration or management, and what reserves a share for those?</source>
            <extracomment>3.6-d: question</extracomment>
            <translation>Wie viele Adapter hat jeder Gast, wozu jeder, und welche Grenzen gelten eingehend und ausgehend? Welche physischen Leitungen teilen Gäste mit Speicher, Migration oder Verwaltung, und was hält dafür einen Anteil frei?</translation>
        </message>
        <message>
            <source>Time-critical work kept out of guests</source>
            <extracomment>3.6-e: title</extracomment>
            <translation>Zeitkritische Arbeit nicht in Gästen</translation>
        </message>
        <message>
            <source>Work that small delays ruin (burning optical discs, studio audio, live video, control of devices bound to the clock) is kept out of guests, unless a test has proved that it works there.</source>
            <extracomment>3.6-e: requirement</extracomment>
            <translation>Arbeit, die kleine Verzögerungen verderben (Brennen optischer Medien, Tonaufnahme, Live-Video, Steuerung taktgebundener Geräte), läuft nicht in Gästen, außer ein Test hat bewiesen, dass sie dort gelingt.</translation>
        </message>
        <message>
            <source>Does any guest write optical media, process live sound or video, or control devices bound to the clock? For each: which test, under which load from neighbours and for how long, showed which highest latency, and who judged it acceptable?</source>
            <extracomment>3.6-e: question</extracomment>
            <translation>Schreibt ein Gast optische Medien, verarbeitet er Ton oder Bild in Echtzeit oder steuert er taktgebundene Geräte? Für jeden: Welcher Test hat unter welcher Last der Nachbarn und wie lange welche höchste Verzögerung gezeigt, und wer hat sie als annehmbar beurteilt?</translation>
        </message>
    </context>
    <context>
        <name>Chapter 4</name>
        <message>
            <source>Network</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Netz</translation>
        </message>
        <message>
            <source>A hypervisor is a network server even when all of its guests are silent: it listens for consoles, programming interfaces, migration and storage, and whoever gets in there stands behind every control inside the guests. The items of this chapter keep those listeners known, few, out of reach of guests and office networks, and closed to anybody who reads or alters packets on the way. They answer the threats of a host that watches its guests (2.3.3) and of a guest that listens to its neighbours (2.3.4), and they keep the way in free when the production network is under attack.</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Ein Hypervisor ist ein Netzserver, auch wenn alle seine Gäste schweigen: Er lauscht für Konsolen, Programmierschnittstellen, Migration und Speicher, und wer dort hineinkommt, steht hinter jeder Schutzmaßnahme in den Gästen. Die Punkte dieses Kapitels halten diese Dienste bekannt, wenige, außer Reichweite von Gästen und Büronetzen und verschlossen für jeden, der unterwegs Pakete liest oder ändert. Sie begegnen den Bedrohungen eines Hosts, der seine Gäste beobachtet (2.3.3), und eines Gastes, der seine Nachbarn belauscht (2.3.4), und sie halten den Zugang frei, wenn das Betriebsnetz angegriffen wird.</translation>
        </message>
        <message>
            <source>Ports of the virtualisation layer</source>
            <extracomment>title of section 4.1</extracomment>
            <translation>Ports der Virtualisierungsschicht</translation>
        </message>
        <message>
            <source>The ports that the virtualisation product itself opens, who can reach them, and on which network. The danger is that a guest, an office machine or the Internet talks to the layer that controls all guests.</source>
            <extracomment>introduction of section 4.1</extracomment>
            <translation>Die Ports, die das Virtualisierungsprodukt selbst öffnet, wer sie erreichen kann und in welchem Netz. Die Gefahr ist, dass ein Gast, ein Bürorechner oder das Internet mit der Schicht spricht, die alle Gäste steuert.</translation>
        </message>
        <message>
            <source>Encrypted communication</source>
            <extracomment>title of section 4.2</extracomment>
            <translation>Verschlüsselte Verbindungen</translation>
        </message>
        <message>
            <source>What travels between administrator, host, guest and storage, and how each end knows the other. Read or altered on the way, this traffic yields administrator passwords, guest memory and guest disks.</source>
            <extracomment>introduction of section 4.2</extracomment>
            <translation>Was zwischen Administrator, Host, Gast und Speicher unterwegs ist und woran jedes Ende das andere erkennt. Unterwegs gelesen oder geändert gibt dieser Verkehr Passwörter von Administratoren, Speicher und Datenträger von Gästen preis.</translation>
        </message>
        <message>
            <source>Ports opened by the virtualisation layer listed</source>
            <extracomment>4.1-a: title</extracomment>
            <translation>Von der Virtualisierungsschicht geöffnete Ports erfasst</translation>
        </message>
        <message>
            <source>Every TCP and UDP port that the virtualisation layer itself opens on an address of the host stands on a list with its purpose (management, console, migration, storage or discovery). No listening socket of a hypervisor process or service is missing from it.</source>
            <extracomment>4.1-a: requirement</extracomment>
            <translation>Jeder TCP- und UDP-Port, den die Virtualisierungsschicht selbst auf einer Adresse des Hosts öffnet, steht mit seinem Zweck auf einer Liste (Verwaltung, Konsole, Migration, Speicher oder Auffinden von Diensten). Kein lauschender Socket eines Prozesses oder Dienstes des Hypervisors fehlt darin.</translation>
        </message>
        <message>
            <source>Which TCP and UDP ports do the hypervisor and its services open on each address of this host, including ranges used only while a console, a migration or a replication is active? What is each one for, which product document names it, and which open port could nobody explain?</source>
            <extracomment>4.1-a: question</extracomment>
            <translation>Welche TCP- und UDP-Ports öffnen der Hypervisor und seine Dienste auf jeder Adresse dieses Hosts, auch Bereiche, die nur während Konsole, Migration oder Replikation benutzt werden? Wozu dient jeder, welches Dokument des Produkts nennt ihn, und welchen offenen Port konnte niemand erklären?</translation>
        </message>
        <message>
            <source>Those ports blocked by default, open to few management machines</source>
            <extracomment>4.1-b: title</extracomment>
            <translation>Diese Ports im Grundzustand gesperrt, offen für wenige Verwaltungsrechner</translation>
        </message>
        <message>
            <source>A firewall on the host or in front of it drops traffic to the ports of the virtualisation layer by default, over IPv4 and IPv6, and admits only the addresses of the management machines. No rule for these ports accepts every source.</source>
            <extracomment>4.1-b: requirement</extracomment>
            <translation>Eine Firewall auf dem Host oder davor verwirft im Grundzustand, für IPv4 und IPv6, was an die Ports der Virtualisierungsschicht gerichtet ist, und lässt nur die Adressen der Verwaltungsrechner zu. Keine Regel für diese Ports nimmt jeden Absender an.</translation>
        </message>
        <message>
            <source>Which device or rule set filters the ports of the virtualisation layer, what does it do with a packet that no rule matches, and which source addresses does it admit to each port over IPv4 and over IPv6? Which of these addresses is not a management machine?</source>
            <extracomment>4.1-b: question</extracomment>
            <translation>Welches Gerät oder Regelwerk filtert die Ports der Virtualisierungsschicht, was macht es mit einem Paket, auf das keine Regel passt, und welche Absender lässt es über IPv4 und IPv6 an jeden Port? Welche dieser Adressen ist kein Verwaltungsrechner?</translation>
        </message>
        <message>
            <source>Management on its own interface</source>
            <extracomment>4.1-c: title</extracomment>
            <translation>Verwaltung auf eigener Schnittstelle</translation>
        </message>
        <message>
            <source>Management traffic of the host uses a network interface that carries nothing else. No guest is attached to that interface, its bridge or its virtual switch.</source>
            <extracomment>4.1-c: requirement</extracomment>
            <translation>Der Verwaltungsverkehr des Hosts benutzt eine Netzschnittstelle, die nichts anderes trägt. Kein Gast hängt an dieser Schnittstelle, ihrer Bridge oder ihrem virtuellen Switch.</translation>
        </message>
        <message>
            <source>Which physical interface and which address carry management of this host? Which other traffic (guests, storage, migration, backup) uses the same interface, bridge, virtual switch or uplink, and which guests are attached there?</source>
            <extracomment>4.1-c: question</extracomment>
            <translation>Welche physische Schnittstelle und welche Adresse tragen die Verwaltung dieses Hosts? Welcher andere Verkehr (Gäste, Speicher, Migration, Sicherung) benutzt dieselbe Schnittstelle, Bridge, denselben Switch oder Uplink, und welche Gäste hängen dort?</translation>
        </message>
        <message>
            <source>Separate physical management network for all changes</source>
            <extracomment>4.1-d: title</extracomment>
            <translation>Eigenes physisches Verwaltungsnetz für alle Änderungen</translation>
        </message>
        <message>
            <source>The management network has its own cables and switches, or the reason why that is not possible and the substitute are on record. Guests are created and their images changed from that network only.</source>
            <extracomment>4.1-d: requirement</extracomment>
            <translation>Das Verwaltungsnetz hat eigene Kabel und Switches, oder es ist festgehalten, warum das nicht geht und was an die Stelle tritt. Nur von diesem Netz aus werden Gäste angelegt und ihre Abbilder geändert.</translation>
        </message>
        <message>
            <source>Does the management network have its own switches and cables, and if not, what separates it and why was that accepted? From which networks can guests be created, images uploaded or altered and consoles opened, and when was it last tried whether another network can do it too?</source>
            <extracomment>4.1-d: question</extracomment>
            <translation>Hat das Verwaltungsnetz eigene Switches und Kabel, und wenn nicht, was trennt es, und warum wurde das hingenommen? Aus welchen Netzen lassen sich Gäste anlegen, Abbilder hochladen oder ändern und Konsolen öffnen, und wann wurde zuletzt probiert, ob es auch aus einem anderen Netz geht?</translation>
        </message>
        <message>
            <source>Remote access to host and hypervisor justified</source>
            <extracomment>4.1-e: title</extracomment>
            <translation>Fernzugang zu Host und Hypervisor begründet</translation>
        </message>
        <message>
            <source>Each way of reaching host or hypervisor remotely (shell, web interface, programming interface, console, agent) has a stated reason and a named owner. Ways without both are closed, up to no remote access at all.</source>
            <extracomment>4.1-e: requirement</extracomment>
            <translation>Jeder Weg, Host oder Hypervisor aus der Ferne zu erreichen (Shell, Weboberfläche, Programmierschnittstelle, Konsole, Agent), hat einen genannten Grund und einen namentlich Verantwortlichen. Wege ohne beides sind geschlossen, bis hin zu gar keinem Fernzugang.</translation>
        </message>
        <message>
            <source>Which remote paths to hosts and hypervisor exist, including management controllers, agents that call out and vendor support access? For each of them, who owns it, which work needs it, and could it stay off between uses?</source>
            <extracomment>4.1-e: question</extracomment>
            <translation>Welche Fernwege zu Hosts und Hypervisor gibt es, Management-Controller, nach außen rufende Agenten und Zugänge des Herstellers eingeschlossen? Für jeden: Wem gehört er, welche Arbeit braucht ihn, und könnte er dazwischen abgeschaltet bleiben?</translation>
        </message>
        <message>
            <source>Management runs over encrypted protocols only</source>
            <extracomment>4.2-a: title</extracomment>
            <translation>Verwaltung nur über verschlüsselte Protokolle</translation>
        </message>
        <message>
            <source>Hosts and guests are administered over SSH, HTTPS, TLS or a VPN only. Listeners that speak clear text (management over plain TCP, telnet and raw serial consoles, plain HTTP, SNMP version 1 and 2c) are switched off.</source>
            <extracomment>4.2-a: requirement</extracomment>
            <translation>Hosts und Gäste werden nur über SSH, HTTPS, TLS oder ein VPN verwaltet. Was im Klartext lauscht (Verwaltung über bloßes TCP, telnet und rohe serielle Konsolen, HTTP, SNMP Version 1 und 2c), ist abgeschaltet.</translation>
        </message>
        <message>
            <source>Which protocol does each management tool use for hosts and for guests, including serial consoles, monitoring and management controllers? Which clear-text listener is left, and what prevents others from hearing it?</source>
            <extracomment>4.2-a: question</extracomment>
            <translation>Welches Protokoll benutzt jedes Verwaltungswerkzeug für Hosts und für Gäste, serielle Konsolen, Überwachung und Management-Controller eingeschlossen? Welcher Klartextdienst ist übrig, und was verhindert, dass andere mithören?</translation>
        </message>
        <message>
            <source>Guest-host, migration and storage traffic encrypted where possible</source>
            <extracomment>4.2-b: title</extracomment>
            <translation>Verkehr zwischen Gast und Host, Migration und Speicher möglichst verschlüsselt</translation>
        </message>
        <message>
            <source>Live migration, replication, remote storage and links between guest and host are encrypted. Where a product cannot, they run on a network on which neither guests nor other systems can listen.</source>
            <extracomment>4.2-b: requirement</extracomment>
            <translation>Live-Migration, Replikation, entfernter Speicher und Verbindungen zwischen Gast und Host sind verschlüsselt. Wo ein Produkt das nicht kann, laufen sie in einem Netz, in dem weder Gäste noch andere Systeme lauschen können.</translation>
        </message>
        <message>
            <source>For live migration, replication, remote disks and guest-to-host links, which protocol is used, is encryption enforced or merely offered, and over which network does it run? Which other machines are attached to that network?</source>
            <extracomment>4.2-b: question</extracomment>
            <translation>Welches Protokoll wird für Live-Migration, Replikation, entfernte Datenträger und Verbindungen zwischen Gast und Host benutzt, ist Verschlüsselung erzwungen oder nur angeboten, und über welches Netz läuft es? Welche anderen Maschinen hängen an diesem Netz?</translation>
        </message>
        <message>
            <source>Peers proven by certificate or key</source>
            <extracomment>4.2-c: title</extracomment>
            <translation>Gegenstellen durch Zertifikat oder Schlüssel bewiesen</translation>
        </message>
        <message>
            <source>On management, console, migration and storage links both ends prove who they are. Certificates are within their dates and come from an authority that the site knows, no client or service has verification switched off, and only current TLS versions and SSH and TLS ciphers are accepted.</source>
            <extracomment>4.2-c: requirement</extracomment>
            <translation>Auf Verbindungen für Verwaltung, Konsole, Migration und Speicher beweisen beide Enden, wer sie sind. Zertifikate sind gültig und stammen von einer dem Standort bekannten Stelle, kein Client oder Dienst hat die Prüfung abgeschaltet, und nur zeitgemäße TLS-Versionen und Verfahren von SSH und TLS werden angenommen.</translation>
        </message>
        <message>
            <source>Who issued the certificates of each management, console and migration service, and until when do they hold? Where do tools, scripts or agents run with verification disabled, how are SSH host keys made known to clients, and which TLS versions, TLS ciphers and SSH algorithms are accepted?</source>
            <extracomment>4.2-c: question</extracomment>
            <translation>Wer hat die Zertifikate jedes Dienstes für Verwaltung, Konsole und Migration ausgestellt, und bis wann gelten sie? Wo laufen Werkzeuge, Skripte oder Agenten mit abgeschalteter Prüfung, wie werden SSH-Hostschlüssel den Clients bekannt, und welche TLS-Versionen, TLS-Verfahren und SSH-Algorithmen werden angenommen?</translation>
        </message>
    </context>
    <context>
        <name>Chapter 5</name>
        <message>
            <source>Logical access</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Logischer Zugang</translation>
        </message>
        <message>
            <source>One login at the virtualisation layer is worth as much as a login on all guests together, so the accounts that open it deserve at least the care that physical servers get. The items of this chapter deal with stored passwords, guessing, sessions left open and actions that cannot be traced to a person. All of them answer the threat that somebody uses the host to watch or steer guests (2.3.3).</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Eine Anmeldung an der Virtualisierungsschicht ist so viel wert wie eine an allen Gästen zusammen; die Konten, die sie öffnen, verdienen also mindestens die Sorgfalt, die physische Server bekommen. Die Punkte dieses Kapitels behandeln gespeicherte Passwörter, das Erraten, offen gelassene Sitzungen und Handlungen, die sich keinem Menschen zuordnen lassen. Sie alle begegnen der Bedrohung, dass jemand den Host benutzt, um Gäste zu beobachten oder zu steuern (2.3.3).</translation>
        </message>
        <message>
            <source>Login to the virtualisation server</source>
            <extracomment>title of section 5.1</extracomment>
            <translation>Anmeldung am Virtualisierungsserver</translation>
        </message>
        <message>
            <source>How the operating system, the virtualisation product and the guests keep passwords, stop guessing, end idle sessions and tell administrators apart. The threat is a stranger, or a colleague with somebody else's account, who acts as the owner of every guest.</source>
            <extracomment>introduction of section 5.1</extracomment>
            <translation>Wie Betriebssystem, Virtualisierungsprodukt und Gäste Passwörter aufbewahren, das Erraten aufhalten, ruhende Sitzungen beenden und Administratoren unterscheiden. Die Bedrohung ist ein Fremder, oder ein Kollege mit fremdem Konto, der als Eigentümer jedes Gastes handelt.</translation>
        </message>
        <message>
            <source>Stored passwords hashed or masked</source>
            <extracomment>5.1-a: title</extracomment>
            <translation>Gespeicherte Passwörter gehasht oder unkenntlich</translation>
        </message>
        <message>
            <source>Passwords of accounts on hosts and guests are stored only as strong salted hashes. Configuration files of the virtualisation layer contain no readable passwords for consoles, storage or backup, and a reversible encoding counts as readable.</source>
            <extracomment>5.1-a: requirement</extracomment>
            <translation>Passwörter von Konten auf Hosts und Gästen sind nur als starke Hashes mit Salt gespeichert. Konfigurationsdateien der Virtualisierungsschicht enthalten keine lesbaren Passwörter für Konsolen, Speicher oder Sicherung; eine umkehrbare Kodierung gilt als lesbar.</translation>
        </message>
        <message>
            <source>Which hash does each system use for local passwords, and do accounts with an older hash remain? Which configuration files, scripts or secret stores of the virtualisation layer contain passwords for consoles, storage or backup, in which form, and who can read them?</source>
            <extracomment>5.1-a: question</extracomment>
            <translation>Welches Hashverfahren benutzt jedes System für lokale Passwörter, und gibt es noch Konten mit einem älteren? Welche Konfigurationsdateien, Skripte oder Geheimnisspeicher der Virtualisierungsschicht enthalten Passwörter für Konsolen, Speicher oder Sicherung, in welcher Form, und wer kann sie lesen?</translation>
        </message>
        <message>
            <source>Lock-out after failed logins</source>
            <extracomment>5.1-b: title</extracomment>
            <translation>Sperre nach Fehlversuchen</translation>
        </message>
        <message>
            <source>After a small, fixed number of failed attempts (at most 5 unless the site has laid down another figure) an account is locked for a stated time. This holds on the host, in the virtualisation layer's own login and in guests.</source>
            <extracomment>5.1-b: requirement</extracomment>
            <translation>Nach einer kleinen festen Zahl von Fehlversuchen (höchstens 5, wenn der Standort nichts anderes festgelegt hat) wird ein Konto für eine genannte Zeit gesperrt. Das gilt auf dem Host, bei der eigenen Anmeldung der Virtualisierungsschicht und in Gästen.</translation>
        </message>
        <message>
            <source>After how many failures within which period is an account locked, and for how long? Answer separately for the host's operating system, each realm or user store of the virtualisation product, the management controller and the guests. Which accounts or login methods are exempt?</source>
            <extracomment>5.1-b: question</extracomment>
            <translation>Nach wie vielen Fehlversuchen binnen welcher Zeit wird ein Konto gesperrt, und wie lange? Antworten Sie getrennt für das Betriebssystem des Hosts, jede Benutzerdatenbank des Virtualisierungsprodukts, den Management-Controller und die Gäste. Welche Konten oder Anmeldewege sind ausgenommen?</translation>
        </message>
        <message>
            <source>Idle sessions end</source>
            <extracomment>5.1-c: title</extracomment>
            <translation>Unbenutzte Sitzungen enden</translation>
        </message>
        <message>
            <source>Shell, console, web and API sessions on hosts, guests and in the virtualisation layer end or lock after a set idle time (for interactive shells and web interfaces at most 15 minutes unless the site has laid down another figure).</source>
            <extracomment>5.1-c: requirement</extracomment>
            <translation>Sitzungen von Shell, Konsole, Web und API auf Hosts, Gästen und in der Virtualisierungsschicht enden oder sperren sich nach einer festen Ruhezeit (bei interaktiven Shells und Weboberflächen höchstens 15 Minuten, wenn der Standort nichts anderes festgelegt hat).</translation>
        </message>
        <message>
            <source>After how long without activity does each of these end or lock: shell, SSH session, local console, graphical guest console, web interface, API session or token? What happens inside a guest when its console window is closed?</source>
            <extracomment>5.1-c: question</extracomment>
            <translation>Nach welcher Zeit ohne Tätigkeit enden oder sperren sich Shell, SSH-Sitzung, örtliche Konsole, grafische Gastkonsole, Weboberfläche, API-Sitzung oder Token? Was geschieht im Gast, wenn sein Konsolenfenster geschlossen wird?</translation>
        </message>
        <message>
            <source>People log in as themselves, with roles</source>
            <extracomment>5.1-d: title</extracomment>
            <translation>Menschen melden sich als sie selbst an, mit Rollen</translation>
        </message>
        <message>
            <source>Every administrator has a personal account in the virtualisation layer with a role that matches the work. Shared use of root or the built-in administrator is a documented exception, and the site's other login rules for physical servers apply here too.</source>
            <extracomment>5.1-d: requirement</extracomment>
            <translation>Jeder Administrator hat in der Virtualisierungsschicht ein persönliches Konto mit einer Rolle, die zur Arbeit passt. Gemeinsame Benutzung von root oder des eingebauten Administrators ist eine belegte Ausnahme, und die übrigen Anmelderegeln des Standorts für physische Server gelten auch hier.</translation>
        </message>
        <message>
            <source>Which people and which services have an account in the virtualisation layer, with which role and over which group? Which accounts are shared and by whom, which role is wider than the work needs, and which login rules for physical servers (approval, joiners and leavers, review) are not applied here?</source>
            <extracomment>5.1-d: question</extracomment>
            <translation>Welche Menschen und welche Dienste haben ein Konto in der Virtualisierungsschicht, mit welcher Rolle und über welche Gruppe? Welche Konten werden von wem gemeinsam benutzt, welche Rolle reicht weiter als die Arbeit, und welche Anmelderegeln für physische Server (Genehmigung, Ein- und Austritt, Überprüfung) werden hier nicht angewandt?</translation>
        </message>
    </context>
    <context>
        <name>Chapter 6</name>
        <message>
            <source>Services and configuration</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Dienste und Konfiguration</translation>
        </message>
        <message>
            <source>Much of what an operating system does by default was designed for a machine that nobody else shares: it assumes an idle processor, an own disk, an own crystal and a person at the keyboard. Inside a guest the same defaults load the neighbours (denial of service, 2.3.5), shift the clock on which every log depends, and open doors between guest and host through folders and devices (2.3.1 and 2.3.2). The items of this chapter switch off what a guest does not need and set up deliberately what it does need.</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Vieles, was ein Betriebssystem von sich aus tut, wurde für eine Maschine entworfen, die niemand sonst teilt: Es setzt einen unbeschäftigten Prozessor, eine eigene Platte, einen eigenen Quarz und einen Menschen an der Tastatur voraus. In einem Gast belasten dieselben Voreinstellungen die Nachbarn (Überlastung, 2.3.5), verstellen die Uhr, von der jedes Protokoll abhängt, und öffnen durch Ordner und Geräte Türen zwischen Gast und Host (2.3.1 und 2.3.2). Die Punkte dieses Kapitels schalten ab, was ein Gast nicht braucht, und richten mit Bedacht ein, was er braucht.</translation>
        </message>
        <message>
            <source>Background features in guests</source>
            <extracomment>title of section 6.1.1</extracomment>
            <translation>Hintergrundfunktionen in Gästen</translation>
        </message>
        <message>
            <source>Jobs and features that were meant for idle time on a desktop. Several guests that do the same at the same moment take the processor and disk of the host from the ones that have work to do.</source>
            <extracomment>introduction of section 6.1.1</extracomment>
            <translation>Arbeiten und Funktionen, die für die Leerlaufzeit eines Arbeitsplatzes gedacht waren. Mehrere Gäste, die im selben Augenblick dasselbe tun, nehmen Prozessor und Platte des Hosts denen, die zu arbeiten haben.</translation>
        </message>
        <message>
            <source>Folders shared between host and guest</source>
            <extracomment>title of section 6.1.2</extracomment>
            <translation>Zwischen Host und Gast geteilte Ordner</translation>
        </message>
        <message>
            <source>Folder sharing passes files between guest and host without touching any network control. The threat is both the data that moves unseen and the flaw in the sharing code that leads out of the guest.</source>
            <extracomment>introduction of section 6.1.2</extracomment>
            <translation>Ordnerfreigabe reicht Dateien zwischen Gast und Host weiter, ohne eine Netzkontrolle zu berühren. Die Bedrohung sind sowohl die Daten, die ungesehen wandern, als auch der Fehler im Freigabecode, der aus dem Gast hinausführt.</translation>
        </message>
        <message>
            <source>Time</source>
            <extracomment>title of section 6.1.3</extracomment>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>Where the clocks of host and guests come from and how far they lie apart. Without a common time, logs cannot be set against each other and an intrusion cannot be reconstructed.</source>
            <extracomment>introduction of section 6.1.3</extracomment>
            <translation>Woher die Uhren von Host und Gästen ihre Zeit haben und wie weit sie auseinanderliegen. Ohne gemeinsame Zeit lassen sich Protokolle nicht nebeneinanderlegen und ein Einbruch nicht nachvollziehen.</translation>
        </message>
        <message>
            <source>Hardening guides for guests</source>
            <extracomment>title of section 6.2</extracomment>
            <translation>Härtungsanleitungen für Gäste</translation>
        </message>
        <message>
            <source>The hardening of the guests' own operating systems. A guest under an attacker's full control is the usual starting point for breaking out and for attacks on neighbours.</source>
            <extracomment>introduction of section 6.2</extracomment>
            <translation>Die Härtung der eigenen Betriebssysteme der Gäste. Ein Gast, den ein Angreifer ganz beherrscht, ist der übliche Ausgangspunkt für Ausbruch und Angriffe auf Nachbarn.</translation>
        </message>
        <message>
            <source>Unused devices</source>
            <extracomment>title of section 6.3</extracomment>
            <translation>Unbenutzte Geräte</translation>
        </message>
        <message>
            <source>Virtual drives, host devices handed to guests, and what happens when media appear. Each connected device is a data path, a possible delay at start and a piece of host code that the guest can feed with input.</source>
            <extracomment>introduction of section 6.3</extracomment>
            <translation>Virtuelle Laufwerke, an Gäste gereichte Geräte des Hosts und was geschieht, wenn Medien erscheinen. Jedes verbundene Gerät ist ein Datenweg, eine mögliche Verzögerung beim Start und ein Stück Code des Hosts, das der Gast mit Eingaben füttern kann.</translation>
        </message>
        <message>
            <source>No costly screen savers in guests</source>
            <extracomment>6.1.1-a: title</extracomment>
            <translation>Keine aufwendigen Bildschirmschoner in Gästen</translation>
        </message>
        <message>
            <source>No guest runs an animated screen saver. Where a desktop has to lock, it blanks the screen instead.</source>
            <extracomment>6.1.1-a: requirement</extracomment>
            <translation>Kein Gast lässt einen bewegten Bildschirmschoner laufen. Wo sich eine Arbeitsoberfläche sperren muss, schaltet sie den Bildschirm dunkel.</translation>
        </message>
        <message>
            <source>Which guests have a graphical desktop, what appears on it after the idle time, and which group policy, dconf key or image sets this? Could the guest start in text mode?</source>
            <extracomment>6.1.1-a: question</extracomment>
            <translation>Welche Gäste haben eine grafische Arbeitsoberfläche, was erscheint dort nach der Ruhezeit, und welche Gruppenrichtlinie, welcher dconf-Schlüssel oder welches Abbild legt das fest? Könnte der Gast im Textmodus starten?</translation>
        </message>
        <message>
            <source>Background jobs a guest does not need are off</source>
            <extracomment>6.1.1-b: title</extracomment>
            <translation>Hintergrundarbeiten, die ein Gast nicht braucht, sind aus</translation>
        </message>
        <message>
            <source>Defragmentation, file indexing and similar background jobs that a guest does not need are disabled. No job that matters to the load of the host depends on the guest's own view of being idle.</source>
            <extracomment>6.1.1-b: requirement</extracomment>
            <translation>Defragmentierung, Dateiindizierung und ähnliche Hintergrundarbeiten, die ein Gast nicht braucht, sind abgeschaltet. Keine Arbeit, die für die Last des Hosts zählt, richtet sich danach, ob der Gast sich selbst für unbeschäftigt hält.</translation>
        </message>
        <message>
            <source>Which periodic or idle-time jobs (defragmentation, indexing, prefetching, package caches, telemetry) are enabled in this guest, what does the guest need each for, and which of them start on an idle condition?</source>
            <extracomment>6.1.1-b: question</extracomment>
            <translation>Welche wiederkehrenden oder im Leerlauf startenden Arbeiten (Defragmentierung, Indizierung, Vorausladen, Paketspeicher, Telemetrie) sind in diesem Gast eingeschaltet, wozu braucht er jede, und welche starten auf eine Leerlaufbedingung?</translation>
        </message>
        <message>
            <source>Low-priority jobs do not start together across guests</source>
            <extracomment>6.1.1-c: title</extracomment>
            <translation>Nachrangige Arbeiten starten nicht in allen Gästen zugleich</translation>
        </message>
        <message>
            <source>Malware scans, integrity checks, log rotation, update runs and similar jobs begin at different times in the guests of one host and on the host itself, either through different fixed times or through a random delay spread over at least 1023 seconds (about 17 minutes).</source>
            <extracomment>6.1.1-c: requirement</extracomment>
            <translation>Virensuche, Integritätsprüfung, Protokollrotation, Aktualisierung und ähnliche Arbeiten beginnen in den Gästen eines Hosts und auf dem Host selbst zu verschiedenen Zeiten, durch verschiedene feste Zeiten oder durch eine zufällige Verzögerung über mindestens 1023 Sekunden (etwa 17 Minuten).</translation>
        </message>
        <message>
            <source>At what time, and with which random delay, do malware scans, integrity checks, log rotation, update runs and backups start in each guest of this host and on the host? Which start windows overlap, and who made sure that the random part takes effect?</source>
            <extracomment>6.1.1-c: question</extracomment>
            <translation>Wann und mit welcher zufälligen Verzögerung starten Virensuche, Integritätsprüfung, Protokollrotation, Aktualisierung und Sicherung in jedem Gast dieses Hosts und auf dem Host? Welche Startfenster überschneiden sich, und wer hat sichergestellt, dass der zufällige Anteil wirkt?</translation>
        </message>
        <message>
            <source>Priority between guests set at the hypervisor</source>
            <extracomment>6.1.1-d: title</extracomment>
            <translation>Rangfolge zwischen Gästen am Hypervisor eingestellt</translation>
        </message>
        <message>
            <source>Where guests of one host differ in importance, weights or shares set at the hypervisor express that difference. Priorities inside guests are not counted as protection for other guests.</source>
            <extracomment>6.1.1-d: requirement</extracomment>
            <translation>Wo Gäste eines Hosts verschieden wichtig sind, drücken am Hypervisor eingestellte Gewichte oder Anteile das aus. Prioritäten innerhalb von Gästen gelten nicht als Schutz anderer Gäste.</translation>
        </message>
        <message>
            <source>Which guests of this host are critical and which may wait? Which weights or shares express that at the hypervisor, and is a lowered priority inside any guest counted on to relieve its neighbours?</source>
            <extracomment>6.1.1-d: question</extracomment>
            <translation>Welche Gäste dieses Hosts sind unentbehrlich, und welche dürfen warten? Welche Gewichte oder Anteile drücken das am Hypervisor aus, und verlässt man sich darauf, dass eine gesenkte Priorität in einem Gast seine Nachbarn entlastet?</translation>
        </message>
        <message>
            <source>Suspend and hibernation off in guests</source>
            <extracomment>6.1.1-e: title</extracomment>
            <translation>Bereitschaft und Ruhezustand in Gästen aus</translation>
        </message>
        <message>
            <source>No guest suspends or hibernates by itself. The operating system's power settings rule it out, and the virtual hardware does not offer sleep states where the product lets them be removed.</source>
            <extracomment>6.1.1-e: requirement</extracomment>
            <translation>Kein Gast geht von selbst in Bereitschaft oder Ruhezustand. Die Energieeinstellungen des Betriebssystems schließen es aus, und die virtuelle Hardware bietet keine Schlafzustände an, wo das Produkt sie entfernen lässt.</translation>
        </message>
        <message>
            <source>Which sleep, suspend and hibernation settings apply in this guest, who sets them (image, policy, desktop user), and does its virtual hardware still offer sleep states? Has a guest been found asleep in the past year?</source>
            <extracomment>6.1.1-e: question</extracomment>
            <translation>Welche Einstellungen zu Schlaf, Bereitschaft und Ruhezustand gelten in diesem Gast, wer setzt sie (Abbild, Richtlinie, Benutzer), und bietet seine virtuelle Hardware noch Schlafzustände an? Wurde im vergangenen Jahr ein Gast schlafend vorgefunden?</translation>
        </message>
        <message>
            <source>File sharing between host and guest inactive</source>
            <extracomment>6.1.2-a: title</extracomment>
            <translation>Dateifreigabe zwischen Host und Gast nicht in Betrieb</translation>
        </message>
        <message>
            <source>No folder of the host is shared with a guest. The sharing function is switched off in the virtualisation layer and its driver is neither loaded nor mounted in the guest.</source>
            <extracomment>6.1.2-a: requirement</extracomment>
            <translation>Kein Ordner des Hosts ist mit einem Gast geteilt. Die Funktion ist in der Virtualisierungsschicht abgeschaltet, und ihr Treiber ist im Gast weder geladen noch eingehängt.</translation>
        </message>
        <message>
            <source>Which host folders are shared with this guest, by which function of the product (HGFS, vboxsf, 9p, virtiofs, drive redirection), and is the function itself disabled? Which driver for it is loaded in the guest?</source>
            <extracomment>6.1.2-a: question</extracomment>
            <translation>Welche Ordner des Hosts sind mit diesem Gast geteilt, durch welche Funktion des Produkts (HGFS, vboxsf, 9p, virtiofs, Laufwerksumleitung), und ist die Funktion selbst abgeschaltet? Welcher Treiber dafür ist im Gast geladen?</translation>
        </message>
        <message>
            <source>Shares kept for a business need are minimal</source>
            <extracomment>6.1.2-b: title</extracomment>
            <translation>Dienstlich nötige Freigaben auf das Mindeste beschränkt</translation>
        </message>
        <message>
            <source>Each remaining share has a written business need, covers a folder made for that purpose alone, is read-only unless writing is the need, and contains nothing of the host's system, accounts or other guests.</source>
            <extracomment>6.1.2-b: requirement</extracomment>
            <translation>Jede verbleibende Freigabe hat einen schriftlichen dienstlichen Bedarf, umfasst einen nur dafür angelegten Ordner, ist nur lesbar, sofern nicht das Schreiben der Bedarf ist, und enthält nichts vom System des Hosts, von Konten oder anderen Gästen.</translation>
        </message>
        <message>
            <source>For each share, which folder of the host is it, which guest uses it, may the guest write, and what lies in the folder now? Who owns the need, who approved it, and on which date does it end?</source>
            <extracomment>6.1.2-b: question</extracomment>
            <translation>Für jede Freigabe: Welcher Ordner des Hosts ist es, welcher Gast benutzt ihn, darf der Gast schreiben, und was liegt jetzt darin? Wem gehört der Bedarf, wer hat ihn genehmigt, und an welchem Tag endet er?</translation>
        </message>
        <message>
            <source>Host clock synchronised by NTP</source>
            <extracomment>6.1.3-a: title</extracomment>
            <translation>Uhr des Hosts durch NTP synchronisiert</translation>
        </message>
        <message>
            <source>Each host runs a time service with configured servers, at least one of which is reachable and selected, and its clock is in sync.</source>
            <extracomment>6.1.3-a: requirement</extracomment>
            <translation>Auf jedem Host läuft ein Zeitdienst mit eingetragenen Servern, von denen mindestens einer erreichbar und ausgewählt ist, und seine Uhr ist synchron.</translation>
        </message>
        <message>
            <source>Which time service runs on the host, which servers does it use and why those, is it in sync now with which offset, and who is told when it loses its source? Is the answer of the servers authenticated?</source>
            <extracomment>6.1.3-a: question</extracomment>
            <translation>Welcher Zeitdienst läuft auf dem Host, welche Server benutzt er und warum diese, ist er jetzt mit welcher Abweichung synchron, und wer erfährt es, wenn er seine Quelle verliert? Ist die Antwort der Server authentisiert?</translation>
        </message>
        <message>
            <source>Each guest has one working time source</source>
            <extracomment>6.1.3-b: title</extracomment>
            <translation>Jeder Gast hat eine einzige wirksame Zeitquelle</translation>
        </message>
        <message>
            <source>Each guest has exactly one working time source, and two correctors never act on its clock. The source is the host's clock where the product can hand it over, otherwise an NTP daemon or the Windows time service inside the guest.</source>
            <extracomment>6.1.3-b: requirement</extracomment>
            <translation>Jeder Gast hat genau eine wirksame Zeitquelle, und nie stellen zwei seine Uhr. Die Quelle ist die Uhr des Hosts, wo das Produkt sie weitergeben kann, sonst ein NTP-Dienst oder der Windows-Zeitdienst im Gast.</translation>
        </message>
        <message>
            <source>What corrects the clock of this guest: the guest tools, an NTP daemon, the Windows time service or several of them? Is it in sync now, and which of them acts after a resume or a restored snapshot?</source>
            <extracomment>6.1.3-b: question</extracomment>
            <translation>Was stellt die Uhr dieses Gastes: die Gastwerkzeuge, ein NTP-Dienst, der Windows-Zeitdienst oder mehrere davon? Ist sie jetzt synchron, und wer greift nach Fortsetzung oder zurückgespieltem Schnappschuss ein?</translation>
        </message>
        <message>
            <source>Guests use the host's servers, or the host, and a near source</source>
            <extracomment>6.1.3-c: title</extracomment>
            <translation>Gäste benutzen die Server des Hosts oder den Host und eine nahe Quelle</translation>
        </message>
        <message>
            <source>A guest that runs NTP or the Windows time service names the same servers as its host, or the host itself while that is in sync. The servers stand on the site's network or close to it.</source>
            <extracomment>6.1.3-c: requirement</extracomment>
            <translation>Ein Gast mit NTP oder Windows-Zeitdienst nennt dieselben Server wie sein Host, oder den Host selbst, solange der synchron ist. Die Server stehen im Netz des Standorts oder nahe dabei.</translation>
        </message>
        <message>
            <source>Which time servers are configured on the host and which on each guest, where do these servers stand, with which round-trip delay, and why does any guest deviate from its host?</source>
            <extracomment>6.1.3-c: question</extracomment>
            <translation>Welche Zeitserver sind auf dem Host und welche in jedem Gast eingetragen, wo stehen diese, mit welcher Laufzeit, und warum weicht ein Gast von seinem Host ab?</translation>
        </message>
        <message>
            <source>Virtual clock set up for the guest</source>
            <extracomment>6.1.3-d: title</extracomment>
            <translation>Virtuelle Uhr passend zum Gast eingerichtet</translation>
        </message>
        <message>
            <source>Clock offset (UTC or local time), timer devices and tick policy of the virtual hardware are set as the guest's operating system expects, and the guest uses the paravirtual or another stable clock source, so that lost or batched ticks do not add up.</source>
            <extracomment>6.1.3-d: requirement</extracomment>
            <translation>Versatz der Uhr (UTC oder Ortszeit), Zeitgeber und Taktverhalten der virtuellen Hardware sind so eingestellt, wie es das Betriebssystem des Gastes erwartet, und der Gast benutzt die paravirtuelle oder eine andere stabile Uhrenquelle, sodass verlorene oder gebündelte Takte sich nicht aufsummieren.</translation>
        </message>
        <message>
            <source>Which clock offset, timers and tick policy does the configuration of each guest name, which clock source does its kernel use now, and was time checked after a live migration and after heavy load?</source>
            <extracomment>6.1.3-d: question</extracomment>
            <translation>Welchen Versatz, welche Zeitgeber und welches Taktverhalten nennt die Konfiguration jedes Gastes, welche Uhrenquelle benutzt sein Kernel jetzt, und wurde die Zeit nach einer Live-Migration und nach starker Last geprüft?</translation>
        </message>
        <message>
            <source>Clock difference between host and guests small</source>
            <extracomment>6.1.3-e: title</extracomment>
            <translation>Kleine Zeitabweichung zwischen Host und Gästen</translation>
        </message>
        <message>
            <source>The measured difference between the clocks of a host and each of its guests stays within the limit of the site (one second where none is set).</source>
            <extracomment>6.1.3-e: requirement</extracomment>
            <translation>Der gemessene Unterschied zwischen der Uhr eines Hosts und der jedes seiner Gäste bleibt unter der Grenze des Standorts (eine Sekunde, wo keine gesetzt ist).</translation>
        </message>
        <message>
            <source>Which difference between host and guests does the site allow, and which controls depend on the time of day (login hours, one-time codes, Kerberos, batch windows, log correlation)? When and how was the difference last measured?</source>
            <extracomment>6.1.3-e: question</extracomment>
            <translation>Welchen Unterschied zwischen Host und Gästen erlaubt der Standort, und welche Maßnahmen hängen von der Uhrzeit ab (Anmeldezeiten, Einmalcodes, Kerberos, Verarbeitungsfenster, Zusammenführung von Protokollen)? Wann und wie wurde der Unterschied zuletzt gemessen?</translation>
        </message>
        <message>
            <source>Each guest hardened by a named guide, with a result on file</source>
            <extracomment>6.2-a: title</extracomment>
            <translation>Jeder Gast nach einer benannten Anleitung gehärtet, mit Ergebnis in den Akten</translation>
        </message>
        <message>
            <source>The operating system of every guest is configured by a recognised hardening guide (CIS, SANS, DISA, NSA or its vendor), named with version and profile. The last scan result and the list of accepted deviations are kept.</source>
            <extracomment>6.2-a: requirement</extracomment>
            <translation>Das Betriebssystem jedes Gastes ist nach einer anerkannten Härtungsanleitung (CIS, SANS, DISA, NSA oder des Herstellers) eingerichtet, die mit Version und Profil benannt ist. Das letzte Prüfergebnis und die Liste hingenommener Abweichungen werden aufbewahrt.</translation>
        </message>
        <message>
            <source>By which guide, version and profile was this guest hardened, when was it last scanned and with which result? Which rules deviate, who accepted that and until when?</source>
            <extracomment>6.2-a: question</extracomment>
            <translation>Nach welcher Anleitung, Version und welchem Profil wurde dieser Gast gehärtet, wann wurde er zuletzt mit welchem Ergebnis geprüft? Welche Regeln weichen ab, wer hat das bis wann hingenommen?</translation>
        </message>
        <message>
            <source>Removable media not connected to guests</source>
            <extracomment>6.3-a: title</extracomment>
            <translation>Wechselmedien nicht mit Gästen verbunden</translation>
        </message>
        <message>
            <source>Floppy and optical drives of guests are absent, or empty and not connected at power-on. No two guests claim the same drive of the host.</source>
            <extracomment>6.3-a: requirement</extracomment>
            <translation>Disketten- und optische Laufwerke von Gästen fehlen oder sind leer und beim Einschalten nicht verbunden. Nie beanspruchen zwei Gäste dasselbe Laufwerk des Hosts.</translation>
        </message>
        <message>
            <source>Which guests have a floppy or optical drive, what is in it, is it connected when the guest starts, and which drive or image of the host is used by more than one guest? What is a drive that remains needed for?</source>
            <extracomment>6.3-a: question</extracomment>
            <translation>Welche Gäste haben ein Disketten- oder optisches Laufwerk, was liegt darin, ist es beim Start des Gastes verbunden, und welches Laufwerk oder Abbild des Hosts benutzt mehr als ein Gast? Wozu wird ein verbleibendes Laufwerk gebraucht?</translation>
        </message>
        <message>
            <source>Guests cannot connect or edit devices</source>
            <extracomment>6.3-b: title</extracomment>
            <translation>Gäste können Geräte weder verbinden noch ändern</translation>
        </message>
        <message>
            <source>From inside a guest no user can connect, disconnect, eject or reconfigure virtual devices. The switches of the product that allow this are off, and hot-plug that the guest itself could trigger is disabled.</source>
            <extracomment>6.3-b: requirement</extracomment>
            <translation>Aus einem Gast heraus kann kein Benutzer virtuelle Geräte verbinden, trennen, auswerfen oder umstellen. Die Schalter des Produkts, die das erlauben, sind aus, und Hot-Plug, das der Gast selbst auslösen könnte, ist abgeschaltet.</translation>
        </message>
        <message>
            <source>Which settings keep users of the guest from connecting, ejecting or changing virtual devices, for drives, USB redirection and network adapters separately? Was it tried with an ordinary account in the guest and what happened?</source>
            <extracomment>6.3-b: question</extracomment>
            <translation>Welche Einstellungen hindern Benutzer des Gastes daran, virtuelle Geräte zu verbinden, auszuwerfen oder zu ändern, getrennt nach Laufwerken, USB-Umleitung und Netzadaptern? Wurde es mit einem gewöhnlichen Konto im Gast versucht, und was geschah?</translation>
        </message>
        <message>
            <source>Host devices passed through only while needed</source>
            <extracomment>6.3-c: title</extracomment>
            <translation>Geräte des Hosts nur durchgereicht, solange nötig</translation>
        </message>
        <message>
            <source>USB, PCI, serial, parallel, audio and raw disk devices of the host are handed to a guest only while a present need lasts and are taken back afterwards. Emulated devices that the guest does not use are removed.</source>
            <extracomment>6.3-c: requirement</extracomment>
            <translation>USB-, PCI-, serielle, parallele, Ton- und rohe Speichergeräte des Hosts erhält ein Gast nur, solange ein gegenwärtiger Bedarf besteht, und danach werden sie zurückgenommen. Nachgebildete Geräte, die der Gast nicht benutzt, sind entfernt.</translation>
        </message>
        <message>
            <source>Which host devices is each guest given now, what needs them, who approved it and until when? Which emulated devices (USB controller, sound, serial and parallel ports) does no one in the guest use, and what is done to a device before it returns to the host?</source>
            <extracomment>6.3-c: question</extracomment>
            <translation>Welche Geräte des Hosts hat jeder Gast jetzt, was braucht sie, wer hat das bis wann genehmigt? Welche nachgebildeten Geräte (USB-Controller, Ton, serielle und parallele Anschlüsse) benutzt im Gast niemand, und was geschieht mit einem Gerät, bevor es zum Host zurückkehrt?</translation>
        </message>
        <message>
            <source>No automatic run or mount of media in guests</source>
            <extracomment>6.3-d: title</extracomment>
            <translation>Medien werden in Gästen weder gestartet noch eingehängt</translation>
        </message>
        <message>
            <source>Media that appear in a guest are neither mounted nor executed automatically, on consoles as well as in graphical and remote sessions.</source>
            <extracomment>6.3-d: requirement</extracomment>
            <translation>Medien, die in einem Gast erscheinen, werden weder von selbst eingehängt noch ausgeführt, an Konsolen ebenso wie in grafischen und Remote-Sitzungen.</translation>
        </message>
        <message>
            <source>What happens in this guest when an optical image, a USB device or a redirected drive appears, in a text session, on the desktop and in a remote desktop session? Which policy sets AutoRun, automount and the preview of files?</source>
            <extracomment>6.3-d: question</extracomment>
            <translation>Was geschieht in diesem Gast, wenn ein optisches Abbild, ein USB-Gerät oder ein umgeleitetes Laufwerk erscheint, in einer Textsitzung, auf der Arbeitsoberfläche und in einer Remote-Desktop-Sitzung? Welche Richtlinie regelt AutoRun, Einhängen und Dateivorschau?</translation>
        </message>
    </context>
    <context>
        <name>Chapter 7</name>
        <message>
            <source>Administration</source>
            <extracomment>title of the chapter</extracomment>
            <translation>Verwaltung</translation>
        </message>
        <message>
            <source>Administration is the intended way to full control of a host, and therefore the way that attackers prefer to any clever break-out: a stolen password, an open console or an unguarded backup yields every guest at once. The items of this chapter narrow remote access, keep hosts and guests patched, make actions on guests traceable, and prepare for the day on which a guest or a whole host has to be rebuilt. Most of them answer abuse from the host (2.3.3), alteration of guests or hypervisor (2.3.6, 2.3.7) and loss of service (2.3.5).</source>
            <extracomment>introduction of the chapter</extracomment>
            <translation>Verwaltung ist der vorgesehene Weg zur vollen Kontrolle über einen Host und deshalb der, den Angreifer jedem raffinierten Ausbruch vorziehen: Ein gestohlenes Passwort, eine offene Konsole oder eine unbewachte Sicherung gibt jeden Gast auf einmal preis. Die Punkte dieses Kapitels verengen den Fernzugang, halten Hosts und Gäste aktuell, machen Handlungen an Gästen nachvollziehbar und bereiten auf den Tag vor, an dem ein Gast oder ein ganzer Host neu aufgebaut werden muss. Die meisten begegnen dem Missbrauch vom Host aus (2.3.3), der Veränderung von Gästen oder Hypervisor (2.3.6, 2.3.7) und dem Ausfall von Diensten (2.3.5).</translation>
        </message>
        <message>
            <source>Remote management in general</source>
            <extracomment>title of section 7.1</extracomment>
            <translation>Fernverwaltung allgemein</translation>
        </message>
        <message>
            <source>Who may reach management services, how people prove who they are, and what carries tools that protect nothing by themselves. The threat is a stranger with network reach, with or without a stolen password.</source>
            <extracomment>introduction of section 7.1</extracomment>
            <translation>Wer Verwaltungsdienste erreichen darf, wie Menschen beweisen, wer sie sind, und was Werkzeuge trägt, die selbst nichts schützen. Die Bedrohung ist ein Fremder mit Netzzugang, mit oder ohne gestohlenes Passwort.</translation>
        </message>
        <message>
            <source>SSH</source>
            <extracomment>title of section 7.1.1</extracomment>
            <translation>SSH</translation>
        </message>
        <message>
            <source>The server settings of SSH, the main way into most hosts and many guests. They decide whether a guessed or intercepted password is enough, and whether an action can be traced to a person.</source>
            <extracomment>introduction of section 7.1.1</extracomment>
            <translation>Die Servereinstellungen von SSH, dem Hauptweg in die meisten Hosts und viele Gäste. Sie entscheiden, ob ein erratenes oder abgehörtes Passwort genügt und ob sich eine Handlung einem Menschen zuordnen lässt.</translation>
        </message>
        <message>
            <source>VNC and other graphical consoles</source>
            <extracomment>title of section 7.1.2</extracomment>
            <translation>VNC und andere grafische Konsolen</translation>
        </message>
        <message>
            <source>Graphical and serial consoles replace keyboard and screen of a guest. Whoever gets one acts as if standing in front of the machine, before, during and after its boot, and no firewall of the guest sees it.</source>
            <extracomment>introduction of section 7.1.2</extracomment>
            <translation>Grafische und serielle Konsolen ersetzen Tastatur und Bildschirm eines Gastes. Wer eine bekommt, handelt, als stünde er vor der Maschine, vor, während und nach ihrem Start, und keine Firewall des Gastes sieht es.</translation>
        </message>
        <message>
            <source>Web management</source>
            <extracomment>title of section 7.1.3</extracomment>
            <translation>Verwaltung im Web</translation>
        </message>
        <message>
            <source>Web interfaces of hypervisors, management controllers and guests. A session cookie or a flaw in one of them opens the whole platform from any browser that can reach it.</source>
            <extracomment>introduction of section 7.1.3</extracomment>
            <translation>Weboberflächen von Hypervisoren, Management-Controllern und Gästen. Ein Sitzungscookie oder ein Fehler in einer davon öffnet die ganze Plattform von jedem Browser aus, der sie erreichen kann.</translation>
        </message>
        <message>
            <source>Patches</source>
            <extracomment>title of section 7.2</extracomment>
            <translation>Aktualisierungen</translation>
        </message>
        <message>
            <source>Security updates for host, hypervisor and guests, with regard to machines that sleep, move and multiply. Known flaws with a published fix are the cheapest way out of a guest.</source>
            <extracomment>introduction of section 7.2</extracomment>
            <translation>Sicherheitsaktualisierungen für Host, Hypervisor und Gäste, mit Blick auf Maschinen, die schlafen, umziehen und sich vermehren. Bekannte Lücken mit veröffentlichter Abhilfe sind der billigste Weg aus einem Gast.</translation>
        </message>
        <message>
            <source>Auditing</source>
            <extracomment>title of section 7.3</extracomment>
            <translation>Protokollierung</translation>
        </message>
        <message>
            <source>Records that let somebody reconstruct what was done with guests and by whom, kept where an intruder on the host cannot erase them. The host can act on a guest without a trace inside it, so these records have to come from the host.</source>
            <extracomment>introduction of section 7.3</extracomment>
            <translation>Aufzeichnungen, mit denen sich nachvollziehen lässt, was mit Gästen geschah und durch wen, aufbewahrt, wo ein Eindringling auf dem Host sie nicht löschen kann. Der Host kann auf einen Gast einwirken, ohne in ihm eine Spur zu hinterlassen; diese Aufzeichnungen müssen also vom Host kommen.</translation>
        </message>
        <message>
            <source>Defences at the host and in its network</source>
            <extracomment>title of section 7.4</extracomment>
            <translation>Abwehr am Host und in seinem Netz</translation>
        </message>
        <message>
            <source>Filtering and detection on the host, where traffic between guests passes without ever touching a physical device. The threats are one guest that attacks another and floods that take all of them down.</source>
            <extracomment>introduction of section 7.4</extracomment>
            <translation>Filterung und Erkennung auf dem Host, wo Verkehr zwischen Gästen läuft, ohne je ein physisches Gerät zu berühren. Die Bedrohungen sind ein Gast, der einen anderen angreift, und Fluten, die alle lahmlegen.</translation>
        </message>
        <message>
            <source>File integrity</source>
            <extracomment>title of section 7.5</extracomment>
            <translation>Unversehrtheit der Dateien</translation>
        </message>
        <message>
            <source>Noticing changed files on host and hypervisor, with the configuration of guests included. Someone who alters these files controls what the guests will be at their next start.</source>
            <extracomment>introduction of section 7.5</extracomment>
            <translation>Das Bemerken veränderter Dateien auf Host und Hypervisor, die Konfiguration der Gäste eingeschlossen. Wer diese Dateien verändert, bestimmt, was die Gäste beim nächsten Start sein werden.</translation>
        </message>
        <message>
            <source>Strong passwords</source>
            <extracomment>title of section 7.6</extracomment>
            <translation>Starke Passwörter</translation>
        </message>
        <message>
            <source>Rules for passwords on hosts, guests and in the accounts of the virtualisation product. A guessed or reused administrator password opens the host without any technical flaw.</source>
            <extracomment>introduction of section 7.6</extracomment>
            <translation>Regeln für Passwörter auf Hosts, Gästen und in den Konten des Virtualisierungsprodukts. Ein erratenes oder mehrfach benutztes Administratorpasswort öffnet den Host ohne jede technische Lücke.</translation>
        </message>
        <message>
            <source>Firmware and boot loader passwords</source>
            <extracomment>title of section 7.7</extracomment>
            <translation>Passwörter für Firmware und Bootloader</translation>
        </message>
        <message>
            <source>Protection of what happens before the operating system starts. Somebody at a real or virtual console can otherwise start a system of their own or take root from the boot menu.</source>
            <extracomment>introduction of section 7.7</extracomment>
            <translation>Schutz dessen, was vor dem Start des Betriebssystems geschieht. Sonst kann jemand an einer echten oder virtuellen Konsole ein eigenes System starten oder sich aus dem Startmenü root nehmen.</translation>
        </message>
        <message>
            <source>Disk partitioning</source>
            <extracomment>title of section 7.8</extracomment>
            <translation>Aufteilung der Datenträger</translation>
        </message>
        <message>
            <source>Where guest files lie, who may touch each volume and how full it may become. The threats are a host stopped by a full disk and a guest copied by someone with access to the storage.</source>
            <extracomment>introduction of section 7.8</extracomment>
            <translation>Wo Dateien der Gäste liegen, wer jedes Volume berühren darf und wie voll es werden darf. Die Bedrohungen sind ein Host, den eine volle Platte anhält, und ein Gast, den jemand mit Zugang zum Speicher kopiert.</translation>
        </message>
        <message>
            <source>Warning banners</source>
            <extracomment>title of section 7.9</extracomment>
            <translation>Warnhinweise</translation>
        </message>
        <message>
            <source>Text shown before login that makes unauthorised use deliberate and monitoring announced. It stops no attacker but decides what can be done about one later.</source>
            <extracomment>introduction of section 7.9</extracomment>
            <translation>Text vor der Anmeldung, der unbefugte Benutzung zur Absicht macht und Überwachung ankündigt. Er hält keinen Angreifer auf, entscheidet aber, was sich später gegen ihn tun lässt.</translation>
        </message>
        <message>
            <source>Backups</source>
            <extracomment>title of section 7.10</extracomment>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>Images of guests as insurance against failure, error and extortion, and as booty that contains everything a server holds. Copies must exist, must work, and must be guarded at least as well as their originals.</source>
            <extracomment>introduction of section 7.10</extracomment>
            <translation>Abbilder von Gästen als Versicherung gegen Ausfall, Irrtum und Erpressung, und als Beute, die alles enthält, was ein Server hält. Kopien müssen da sein, müssen taugen und mindestens so gut bewacht sein wie ihre Originale.</translation>
        </message>
        <message>
            <source>Management services reachable from few addresses</source>
            <extracomment>7.1-a: title</extracomment>
            <translation>Verwaltungsdienste von wenigen Adressen erreichbar</translation>
        </message>
        <message>
            <source>SSH, remote desktop, VNC, web and agent services of hosts and guests accept connections only from the addresses of management systems. Packet filters, address lists of the service or both enforce this.</source>
            <extracomment>7.1-a: requirement</extracomment>
            <translation>SSH-, Remote-Desktop-, VNC-, Web- und Agentendienste von Hosts und Gästen nehmen Verbindungen nur von den Adressen der Verwaltungssysteme an. Paketfilter, Adresslisten des Dienstes oder beides setzen das durch.</translation>
        </message>
        <message>
            <source>From which addresses can each management service of this machine (SSH, remote desktop, VNC, web, agents) be reached, and which rule on the machine or in front of it enforces that? Which of the permitted sources is not a management system?</source>
            <extracomment>7.1-a: question</extracomment>
            <translation>Von welchen Adressen ist jeder Verwaltungsdienst dieser Maschine (SSH, Remote-Desktop, VNC, Web, Agenten) erreichbar, und welche Regel auf der Maschine oder davor setzt das durch? Welche der zugelassenen Quellen ist kein Verwaltungssystem?</translation>
        </message>
        <message>
            <source>Name, strong password and, where needed, a second factor</source>
            <extracomment>7.1-b: title</extracomment>
            <translation>Name, starkes Passwort und, wo nötig, ein zweiter Faktor</translation>
        </message>
        <message>
            <source>Each management path requires a user name and a password under the site's policy. Where higher needs are stated, key pairs, one-time passwords or two factors are required in addition or instead.</source>
            <extracomment>7.1-b: requirement</extracomment>
            <translation>Jeder Verwaltungsweg verlangt einen Benutzernamen und ein Passwort nach der Richtlinie des Standorts. Wo höherer Bedarf festgestellt ist, werden zusätzlich oder stattdessen Schlüsselpaare, Einmalpasswörter oder zwei Faktoren verlangt.</translation>
        </message>
        <message>
            <source>For each management path (SSH, web, API, console, management controller), which user names and methods are accepted and which policy covers the password? For which systems are higher needs stated, and does every path to them demand a key, a one-time password or a second factor?</source>
            <extracomment>7.1-b: question</extracomment>
            <translation>Welche Benutzernamen und Verfahren nimmt jeder Verwaltungsweg an (SSH, Web, API, Konsole, Management-Controller), und welche Richtlinie gilt für das Passwort? Für welche Systeme ist höherer Bedarf festgestellt, und verlangt dort jeder Weg einen Schlüssel, ein Einmalpasswort oder einen zweiten Faktor?</translation>
        </message>
        <message>
            <source>Tools without encryption or authentication only through a tunnel</source>
            <extracomment>7.1-c: title</extracomment>
            <translation>Werkzeuge ohne Verschlüsselung oder Anmeldung nur durch einen Tunnel</translation>
        </message>
        <message>
            <source>A management tool that cannot both encrypt and authenticate listens only on the loopback address, a local socket or a VPN address, and is used through a tunnel that does both.</source>
            <extracomment>7.1-c: requirement</extracomment>
            <translation>Ein Verwaltungswerkzeug, das nicht sowohl verschlüsseln als auch die Gegenstelle prüfen kann, lauscht nur auf Loopback, einem lokalen Socket oder einer VPN-Adresse und wird durch einen Tunnel benutzt, der beides tut.</translation>
        </message>
        <message>
            <source>Which management tools without encryption or without authentication are in use, on which address does each listen, and through which VPN or SSH tunnel is it reached? Who else can open the near end of that tunnel?</source>
            <extracomment>7.1-c: question</extracomment>
            <translation>Welche Verwaltungswerkzeuge ohne Verschlüsselung oder ohne Anmeldung sind in Gebrauch, auf welcher Adresse lauscht jedes, und durch welches VPN oder welchen SSH-Tunnel wird es erreicht? Wer sonst kann das nahe Ende dieses Tunnels öffnen?</translation>
        </message>
        <message>
            <source>SSH protocol 1 off</source>
            <extracomment>7.1.1-a: title</extracomment>
            <translation>SSH-Protokoll 1 aus</translation>
        </message>
        <message>
            <source>The SSH server offers protocol version 2 only and announces itself as 2.0. A greeting with 1.x or 1.99 does not occur.</source>
            <extracomment>7.1.1-a: requirement</extracomment>
            <translation>Der SSH-Server bietet nur Protokollversion 2 an und meldet sich als 2.0. Eine Begrüßung mit 1.x oder 1.99 kommt nicht vor.</translation>
        </message>
        <message>
            <source>Which SSH servers on hosts, guests and management controllers run, in which version, and which greeting does each send? What is planned for a device that cannot give up version 1?</source>
            <extracomment>7.1.1-a: question</extracomment>
            <translation>Welche SSH-Server laufen auf Hosts, Gästen und Management-Controllern, in welcher Version, und welche Begrüßung sendet jeder? Was ist für ein Gerät vorgesehen, das Version 1 nicht aufgeben kann?</translation>
        </message>
        <message>
            <source>No root or administrator login over SSH</source>
            <extracomment>7.1.1-b: title</extracomment>
            <translation>Keine Anmeldung von root oder Administrator über SSH</translation>
        </message>
        <message>
            <source>Direct SSH login as root or as the built-in administrator is refused for every authentication method, keys included.</source>
            <extracomment>7.1.1-b: requirement</extracomment>
            <translation>Die unmittelbare SSH-Anmeldung als root oder als eingebauter Administrator wird für jedes Verfahren abgewiesen, Schlüssel eingeschlossen.</translation>
        </message>
        <message>
            <source>What does the effective SSH configuration say about root or the built-in administrator, including Match blocks and allow or deny lists? Which keys lie in that account's authorized_keys, and which job or product still logs in that way?</source>
            <extracomment>7.1.1-b: question</extracomment>
            <translation>Was sagt die wirksame SSH-Konfiguration über root oder den eingebauten Administrator, Match-Blöcke und Zulassungs- und Sperrlisten eingeschlossen? Welche Schlüssel liegen in authorized_keys dieses Kontos, und welche Arbeit oder welches Produkt meldet sich noch so an?</translation>
        </message>
        <message>
            <source>Own account first, then su, sudo or roles</source>
            <extracomment>7.1.1-c: title</extracomment>
            <translation>Erst das eigene Konto, dann su, sudo oder Rollen</translation>
        </message>
        <message>
            <source>People log in under their own name and gain higher rights through su, sudo or another role mechanism that leaves a log record of who did it and when. Unrestricted rules are limited to named administrators.</source>
            <extracomment>7.1.1-c: requirement</extracomment>
            <translation>Menschen melden sich unter eigenem Namen an und erlangen höhere Rechte durch su, sudo oder einen anderen Rollenmechanismus, der festhält, wer es wann tat. Uneingeschränkte Regeln sind auf namentlich genannte Administratoren begrenzt.</translation>
        </message>
        <message>
            <source>Which people may become root or administrator on this machine, by which rule and with which re-authentication? Which accounts are shared, which rules allow programs that can start a shell, and where does the record of the commands go?</source>
            <extracomment>7.1.1-c: question</extracomment>
            <translation>Welche Menschen dürfen auf dieser Maschine root oder Administrator werden, nach welcher Regel und mit welcher erneuten Anmeldung? Welche Konten sind gemeinsam, welche Regeln erlauben Programme, die eine Shell starten können, und wohin gehen die Aufzeichnungen der Befehle?</translation>
        </message>
        <message>
            <source>Two factors or keys for privileged accounts</source>
            <extracomment>7.1.1-d: title</extracomment>
            <translation>Zwei Faktoren oder Schlüssel für Konten mit Rechten</translation>
        </message>
        <message>
            <source>Over SSH, accounts with raised rights authenticate with a key pair or with two factors. A password alone does not let them in by any method that the server offers.</source>
            <extracomment>7.1.1-d: requirement</extracomment>
            <translation>Über SSH melden sich Konten mit höheren Rechten mit Schlüsselpaar oder zwei Faktoren an. Ein Passwort allein lässt sie auf keinem Weg ein, den der Server anbietet.</translation>
        </message>
        <message>
            <source>Which authentication methods can a privileged account actually use on this machine, keyboard-interactive and Match blocks included? Where do its private keys live, are they protected by passphrase or token, and how is a lost one withdrawn?</source>
            <extracomment>7.1.1-d: question</extracomment>
            <translation>Welche Anmeldeverfahren kann ein Konto mit Rechten auf dieser Maschine wirklich benutzen, keyboard-interactive und Match-Blöcke eingeschlossen? Wo liegen seine privaten Schlüssel, sind sie durch Passphrase oder Token geschützt, und wie wird ein verlorener gesperrt?</translation>
        </message>
        <message>
            <source>SSH shows the legal banner</source>
            <extracomment>7.1.1-e: title</extracomment>
            <translation>SSH zeigt den rechtlichen Hinweis</translation>
        </message>
        <message>
            <source>The SSH server shows the approved warning text before it asks for any credential.</source>
            <extracomment>7.1.1-e: requirement</extracomment>
            <translation>Der SSH-Server zeigt den genehmigten Warntext, bevor er nach irgendeinem Nachweis fragt.</translation>
        </message>
        <message>
            <source>Which text does an SSH client show before the password prompt on this machine, and from which file does it come? Do Match blocks or other SSH servers on the machine skip it?</source>
            <extracomment>7.1.1-e: question</extracomment>
            <translation>Welchen Text zeigt ein SSH-Client auf dieser Maschine vor der Passwortabfrage, und aus welcher Datei stammt er? Umgehen ihn Match-Blöcke oder andere SSH-Server der Maschine?</translation>
        </message>
        <message>
            <source>File copy and graphical forwarding under the same rules</source>
            <extracomment>7.1.1-f: title</extracomment>
            <translation>Dateikopie und grafische Weiterleitung unter denselben Regeln</translation>
        </message>
        <message>
            <source>scp, sftp and other programs that use SSH are subject to the same accounts, addresses and methods as the shell. X11, TCP, agent and tunnel forwarding are off, except for accounts and machines where a graphical or other named tool needs them.</source>
            <extracomment>7.1.1-f: requirement</extracomment>
            <translation>scp, sftp und andere Programme, die SSH benutzen, unterliegen denselben Konten, Adressen und Verfahren wie die Shell. Weiterleitung von X11, TCP, Agent und Tunnel ist aus, außer für Konten und Maschinen, auf denen ein grafisches oder anderes benanntes Werkzeug sie braucht.</translation>
        </message>
        <message>
            <source>Which kinds of forwarding does the server allow, for which accounts, and which tool needs them? Which accounts may use sftp or scp, where are they confined, and do all limits on login apply to them?</source>
            <extracomment>7.1.1-f: question</extracomment>
            <translation>Welche Arten der Weiterleitung erlaubt der Server welchen Konten, und welches Werkzeug braucht sie? Welche Konten dürfen sftp oder scp benutzen, worauf sind sie beschränkt, und gelten alle Anmeldegrenzen auch für sie?</translation>
        </message>
        <message>
            <source>Hypervisor consoles off or bound to loopback</source>
            <extracomment>7.1.2-a: title</extracomment>
            <translation>Konsolen des Hypervisors aus oder an Loopback gebunden</translation>
        </message>
        <message>
            <source>VNC, SPICE, RDP-type and serial network consoles that the hypervisor offers are off, or they listen only on the loopback address, a local socket or the management address. That holds for the default as well as for each guest.</source>
            <extracomment>7.1.2-a: requirement</extracomment>
            <translation>VNC-, SPICE-, RDP-artige und serielle Netzkonsolen, die der Hypervisor anbietet, sind aus oder lauschen nur auf Loopback, einem lokalen Socket oder der Verwaltungsadresse. Das gilt für die Voreinstellung ebenso wie für jeden Gast.</translation>
        </message>
        <message>
            <source>Which consoles does the hypervisor offer for each guest (type, address, port), what is the default for new guests, and which guest needs one that listens on a network?</source>
            <extracomment>7.1.2-a: question</extracomment>
            <translation>Welche Konsolen bietet der Hypervisor für jeden Gast an (Art, Adresse, Port), was ist die Voreinstellung für neue Gäste, und welcher Gast braucht eine, die in einem Netz lauscht?</translation>
        </message>
        <message>
            <source>Console sessions encrypted</source>
            <extracomment>7.1.2-b: title</extracomment>
            <translation>Konsolensitzungen verschlüsselt</translation>
        </message>
        <message>
            <source>Sessions of VNC-type consoles are encrypted from viewer to host by the product itself, by an extension such as VeNCrypt or by a tunnel. No plain port accepts connections from another machine.</source>
            <extracomment>7.1.2-b: requirement</extracomment>
            <translation>Sitzungen VNC-artiger Konsolen sind vom Betrachter bis zum Host verschlüsselt, durch das Produkt selbst, eine Erweiterung wie VeNCrypt oder einen Tunnel. Kein unverschlüsselter Port nimmt Verbindungen von einer anderen Maschine an.</translation>
        </message>
        <message>
            <source>How is the console stream of each guest encrypted (TLS, VeNCrypt, SPICE TLS port, SSH tunnel, web proxy), is that enforced for every channel, and is there still a plain port that other machines reach?</source>
            <extracomment>7.1.2-b: question</extracomment>
            <translation>Wie ist der Konsolenstrom jedes Gastes verschlüsselt (TLS, VeNCrypt, TLS-Port von SPICE, SSH-Tunnel, Web-Proxy), ist das für jeden Kanal erzwungen, und gibt es noch einen unverschlüsselten Port, den andere Maschinen erreichen?</translation>
        </message>
        <message>
            <source>Console asks for authentication</source>
            <extracomment>7.1.2-c: title</extracomment>
            <translation>Konsole verlangt einen Nachweis</translation>
        </message>
        <message>
            <source>No console opens without a login, a password or a short-lived ticket. An empty password counts as what the product makes of it, that is as open where the product lets everyone in.</source>
            <extracomment>7.1.2-c: requirement</extracomment>
            <translation>Keine Konsole öffnet sich ohne Anmeldung, Passwort oder kurzlebiges Ticket. Ein leeres Passwort zählt als das, was das Produkt daraus macht, also als offen, wo das Produkt jeden einlässt.</translation>
        </message>
        <message>
            <source>How does each console decide who may connect (ticket, SASL, client certificate, password, nothing), who knows a shared password, when does it expire, and what does the product do if the password is empty?</source>
            <extracomment>7.1.2-c: question</extracomment>
            <translation>Wonach entscheidet jede Konsole, wer sich verbinden darf (kurzlebiges Ticket, SASL, Clientzertifikat, Passwort, nichts), wer kennt ein gemeinsames Passwort, wann läuft es ab, und was tut das Produkt bei leerem Passwort?</translation>
        </message>
        <message>
            <source>Consoles never face the Internet; product console judged</source>
            <extracomment>7.1.2-d: title</extracomment>
            <translation>Konsolen nie zum Internet hin; Konsole des Produkts beurteilt</translation>
        </message>
        <message>
            <source>Console ports, encrypted or not, cannot be reached from external networks except through a VPN or an SSH tunnel. The security of the product's console service and its load on the host were judged for this site.</source>
            <extracomment>7.1.2-d: requirement</extracomment>
            <translation>Konsolenports, verschlüsselt oder nicht, sind aus externen Netzen nur durch ein VPN oder einen SSH-Tunnel erreichbar. Die Sicherheit des Konsolendienstes des Produkts und seine Last auf dem Host wurden für diesen Standort beurteilt.</translation>
        </message>
        <message>
            <source>Is there any path from an external network to a console port, over IPv4, IPv6, port forwarding or a provider's gateway, and when was it tested from outside? Who judged the console service, on which date, with which result for security and for load?</source>
            <extracomment>7.1.2-d: question</extracomment>
            <translation>Gibt es einen Weg aus einem externen Netz zu einem Konsolenport, über IPv4, IPv6, Portweiterleitung oder das Gateway eines Anbieters, und wann wurde es von außen geprüft? Wer hat den Konsolendienst an welchem Tag mit welchem Ergebnis für Sicherheit und Last beurteilt?</translation>
        </message>
        <message>
            <source>VNC servers inside guests follow the same rules</source>
            <extracomment>7.1.2-e: title</extracomment>
            <translation>VNC-Server in Gästen folgen denselben Regeln</translation>
        </message>
        <message>
            <source>A VNC or comparable remote desktop server inside a guest is off, or it listens on the loopback address only, asks for login and encrypts the session.</source>
            <extracomment>7.1.2-e: requirement</extracomment>
            <translation>Ein VNC- oder vergleichbarer Remote-Desktop-Server in einem Gast ist aus, oder er lauscht nur auf Loopback, verlangt eine Anmeldung und verschlüsselt die Sitzung.</translation>
        </message>
        <message>
            <source>Which remote desktop servers or relay programs are installed in this guest, where do they listen or connect to, how do they authenticate and encrypt, and who still needs them?</source>
            <extracomment>7.1.2-e: question</extracomment>
            <translation>Welche Remote-Desktop-Server oder Vermittlungsprogramme sind in diesem Gast installiert, wo lauschen sie oder wohin verbinden sie sich, wie prüfen und verschlüsseln sie, und wer braucht sie noch?</translation>
        </message>
        <message>
            <source>Web management over HTTPS only</source>
            <extracomment>7.1.3-a: title</extracomment>
            <translation>Verwaltung im Web nur über HTTPS</translation>
        </message>
        <message>
            <source>Web interfaces of hosts, guests and the virtualisation layer answer over HTTPS only. Plain HTTP is closed or does nothing but redirect, and where a product has no HTTPS a VPN or SSH tunnel carries it.</source>
            <extracomment>7.1.3-a: requirement</extracomment>
            <translation>Weboberflächen von Hosts, Gästen und der Virtualisierungsschicht antworten nur über HTTPS. Unverschlüsseltes HTTP ist geschlossen oder leitet nur um, und wo ein Produkt kein HTTPS hat, trägt es ein VPN oder SSH-Tunnel.</translation>
        </message>
        <message>
            <source>Which web interfaces do hosts, guests and management controllers offer, what does each answer over plain HTTP, which TLS versions does it accept, and is the session cookie marked Secure? Which tunnel carries those that cannot do HTTPS?</source>
            <extracomment>7.1.3-a: question</extracomment>
            <translation>Welche Weboberflächen bieten Hosts, Gäste und Management-Controller, was antwortet jede über unverschlüsseltes HTTP, welche TLS-Versionen nimmt sie an, und ist das Sitzungscookie als Secure gekennzeichnet? Welcher Tunnel trägt die, die kein HTTPS können?</translation>
        </message>
        <message>
            <source>Web interfaces without use are off</source>
            <extracomment>7.1.3-b: title</extracomment>
            <translation>Unbenutzte Weboberflächen aus</translation>
        </message>
        <message>
            <source>Web interfaces, debug pages and API browsers that nobody uses are disabled on hosts, in guests and in the virtualisation layer.</source>
            <extracomment>7.1.3-b: requirement</extracomment>
            <translation>Weboberflächen, Diagnoseseiten und API-Browser, die niemand benutzt, sind auf Hosts, in Gästen und in der Virtualisierungsschicht abgeschaltet.</translation>
        </message>
        <message>
            <source>Which web interfaces, plug-ins, debug pages and API browsers are enabled on this machine, who used each of them in the past three months, and what would stop working without it?</source>
            <extracomment>7.1.3-b: question</extracomment>
            <translation>Welche Weboberflächen, Erweiterungen, Diagnoseseiten und API-Browser sind auf dieser Maschine eingeschaltet, wer hat jede in den letzten drei Monaten benutzt, und was ginge ohne sie nicht mehr?</translation>
        </message>
        <message>
            <source>Host at the latest security level</source>
            <extracomment>7.2-a: title</extracomment>
            <translation>Host auf dem neuesten Sicherheitsstand</translation>
        </message>
        <message>
            <source>No security update for host, hypervisor, emulator or processor microcode is outstanding for longer than the site allows. Updates that need a restart have had it.</source>
            <extracomment>7.2-a: requirement</extracomment>
            <translation>Keine Sicherheitsaktualisierung für Host, Hypervisor, Emulator oder Mikrocode des Prozessors steht länger aus, als der Standort erlaubt. Wo eine Aktualisierung einen Neustart braucht, ist er geschehen.</translation>
        </message>
        <message>
            <source>Which security updates for operating system, hypervisor, emulator, microcode and firmware are outstanding on this host and since when? Which restart of host or guests is still due, what period does the site allow, and until when is this version supported?</source>
            <extracomment>7.2-a: question</extracomment>
            <translation>Welche Sicherheitsaktualisierungen für Betriebssystem, Hypervisor, Emulator, Mikrocode und Firmware stehen auf diesem Host seit wann aus? Welcher Neustart von Host oder Gästen ist noch fällig, welche Frist erlaubt der Standort, und bis wann wird diese Version gepflegt?</translation>
        </message>
        <message>
            <source>Running guests at the latest security level</source>
            <extracomment>7.2-b: title</extracomment>
            <translation>Laufende Gäste auf dem neuesten Sicherheitsstand</translation>
        </message>
        <message>
            <source>In running guests no security update is outstanding for longer than the site allows, and a pending restart counts as outstanding.</source>
            <extracomment>7.2-b: requirement</extracomment>
            <translation>In laufenden Gästen steht keine Sicherheitsaktualisierung länger aus, als der Standort erlaubt; ein fälliger Neustart zählt als ausstehend.</translation>
        </message>
        <message>
            <source>Which security updates are outstanding in this guest and since when, by which system does it get them, and which restart of services or guest is due? Which running guests are not covered by any update system?</source>
            <extracomment>7.2-b: question</extracomment>
            <translation>Welche Sicherheitsaktualisierungen stehen in diesem Gast seit wann aus, durch welches System erhält er sie, und welcher Neustart von Diensten oder Gast ist fällig? Welche laufenden Gäste erfasst kein Aktualisierungssystem?</translation>
        </message>
        <message>
            <source>Guests that are off, suspended, cloned or moved do not fall behind</source>
            <extracomment>7.2-c: title</extracomment>
            <translation>Ausgeschaltete, angehaltene, geklonte oder verschobene Gäste fallen nicht zurück</translation>
        </message>
        <message>
            <source>Powered-off and suspended guests, templates, snapshots and guests that moved are tracked, and they receive outstanding updates before they join the network again.</source>
            <extracomment>7.2-c: requirement</extracomment>
            <translation>Ausgeschaltete und angehaltene Gäste, Vorlagen, Schnappschüsse und verschobene Gäste werden verfolgt, und sie erhalten ausstehende Aktualisierungen, bevor sie wieder ans Netz gehen.</translation>
        </message>
        <message>
            <source>Which guests are off or suspended and since when, which templates and snapshots exist and how old are they, and which guests moved here in the past months? By which procedure is each updated or discarded before it returns to the network, and on which isolated network does that happen?</source>
            <extracomment>7.2-c: question</extracomment>
            <translation>Welche Gäste sind seit wann ausgeschaltet oder angehalten, welche Vorlagen und Schnappschüsse gibt es und wie alt sind sie, und welche Gäste sind in den letzten Monaten hierher gezogen? Nach welchem Verfahren wird jeder aktualisiert oder verworfen, bevor er ans Netz zurückkehrt, und in welchem abgetrennten Netz geschieht das?</translation>
        </message>
        <message>
            <source>Security mailing lists of vendor or project read</source>
            <extracomment>7.2-d: title</extracomment>
            <translation>Sicherheitsmeldungen von Hersteller oder Projekt gelesen</translation>
        </message>
        <message>
            <source>For each virtualisation product and each guest operating system in use, a named person and a deputy receive and read the security announcements of vendor or project.</source>
            <extracomment>7.2-d: requirement</extracomment>
            <translation>Für jedes Virtualisierungsprodukt und jedes Betriebssystem der Gäste erhält und liest ein namentlich benannter Mensch mit Vertretung die Sicherheitsmeldungen von Hersteller oder Projekt.</translation>
        </message>
        <message>
            <source>To which security lists or feeds of each virtualisation product and guest system does somebody subscribe, who reads them, who deputises, and what happened with the most recent advisory?</source>
            <extracomment>7.2-d: question</extracomment>
            <translation>Welche Sicherheitslisten oder Feeds zu jedem Virtualisierungsprodukt und Gastsystem sind abonniert, wer liest sie, wer vertritt, und was geschah mit der jüngsten Meldung?</translation>
        </message>
        <message>
            <source>Only patches meant for the product</source>
            <extracomment>7.2-e: title</extracomment>
            <translation>Nur Aktualisierungen, die für das Produkt bestimmt sind</translation>
        </message>
        <message>
            <source>Updates of the hypervisor come only from the channel of its vendor or project, or of the distribution that maintains it, and their signatures are checked. Generic packages, or ones from other sources, are not installed over them.</source>
            <extracomment>7.2-e: requirement</extracomment>
            <translation>Aktualisierungen des Hypervisors kommen nur aus der Quelle seines Herstellers oder Projekts oder der Distribution, die ihn pflegt, und ihre Signaturen werden geprüft. Allgemeine Pakete oder solche aus anderen Quellen werden nicht darüber installiert.</translation>
        </message>
        <message>
            <source>From which repositories or depots does this host get its updates, which of them is not the channel of vendor, project or distribution, how are signatures checked, and which packages are pinned, held or installed from elsewhere and why?</source>
            <extracomment>7.2-e: question</extracomment>
            <translation>Aus welchen Paketquellen erhält dieser Host seine Aktualisierungen, welche davon ist nicht die von Hersteller, Projekt oder Distribution, wie werden Signaturen geprüft, und welche Pakete sind festgehalten, zurückgestellt oder warum von anderswo installiert?</translation>
        </message>
        <message>
            <source>Patches tested; disruption to guests planned</source>
            <extracomment>7.2-f: title</extracomment>
            <translation>Aktualisierungen geprüft, Unterbrechung der Gäste geplant</translation>
        </message>
        <message>
            <source>Patches run on a test machine before production. A plan says for each host which guests are moved, stopped or informed when it restarts, and when.</source>
            <extracomment>7.2-f: requirement</extracomment>
            <translation>Aktualisierungen laufen vor dem Betrieb auf einer Testmaschine. Ein Plan sagt für jeden Host, welche Gäste bei seinem Neustart wann verschoben, angehalten oder benachrichtigt werden.</translation>
        </message>
        <message>
            <source>On which machine and how long is a host patch tested, who releases it, and how is it taken back? Which maintenance windows exist, which guests stop or move with which host, and who informs their owners?</source>
            <extracomment>7.2-f: question</extracomment>
            <translation>Auf welcher Maschine und wie lange wird eine Aktualisierung des Hosts geprüft, wer gibt sie frei, und wie wird sie zurückgenommen? Welche Wartungsfenster gibt es, welche Gäste halten an oder ziehen um mit welchem Host, und wer benachrichtigt ihre Eigentümer?</translation>
        </message>
        <message>
            <source>Logs go to a central server</source>
            <extracomment>7.3-a: title</extracomment>
            <translation>Protokolle gehen an einen zentralen Server</translation>
        </message>
        <message>
            <source>Hosts and guests send their logs continuously to a central log server, which may run on the host or elsewhere, and the transfer is working.</source>
            <extracomment>7.3-a: requirement</extracomment>
            <translation>Hosts und Gäste senden ihre Protokolle fortlaufend an einen zentralen Protokollserver, der auf dem Host oder anderswo laufen darf, und die Übertragung arbeitet.</translation>
        </message>
        <message>
            <source>To which server does this machine send its logs, which kinds of log, over which transport, and when did the last entry arrive there? Who can delete entries on the server, and does it run on a host whose logs it keeps?</source>
            <extracomment>7.3-a: question</extracomment>
            <translation>An welchen Server sendet diese Maschine welche Arten von Protokollen, über welche Übertragung, und wann kam dort der letzte Eintrag an? Wer kann auf dem Server Einträge löschen, und läuft er auf einem Host, dessen Protokolle er hält?</translation>
        </message>
        <message>
            <source>Power events of guests logged</source>
            <extracomment>7.3-b: title</extracomment>
            <translation>Ein- und Ausschalten von Gästen protokolliert</translation>
        </message>
        <message>
            <source>Power-on, power-off, suspend and resume of each guest leave a log record with time, guest and the user who asked for it.</source>
            <extracomment>7.3-b: requirement</extracomment>
            <translation>Einschalten, Ausschalten, Anhalten und Fortsetzen jedes Gastes hinterlassen einen Eintrag mit Zeit, Gast und dem Benutzer, der es verlangt hat.</translation>
        </message>
        <message>
            <source>Which log holds power-on, power-off, suspend and resume of guests, does it name the user, and how long is it kept? What does the record show if somebody kills the process of the guest instead of using the product?</source>
            <extracomment>7.3-b: question</extracomment>
            <translation>Welches Protokoll enthält Einschalten, Ausschalten, Anhalten und Fortsetzen von Gästen, nennt es den Benutzer, und wie lange wird es aufbewahrt? Was zeigt es, wenn jemand den Prozess des Gastes beendet, statt das Produkt zu benutzen?</translation>
        </message>
        <message>
            <source>Changes to virtual hardware logged</source>
            <extracomment>7.3-c: title</extracomment>
            <translation>Änderungen der virtuellen Hardware protokolliert</translation>
        </message>
        <message>
            <source>Changes to the virtual hardware of guests (disks, adapters, memory, processors, passed-through devices, firmware settings) leave a log record with time and user, also when the configuration file is edited directly.</source>
            <extracomment>7.3-c: requirement</extracomment>
            <translation>Änderungen an der virtuellen Hardware von Gästen (Datenträger, Adapter, Speicher, Prozessoren, durchgereichte Geräte, Firmware-Einstellungen) hinterlassen einen Eintrag mit Zeit und Benutzer, auch wenn die Konfigurationsdatei unmittelbar bearbeitet wird.</translation>
        </message>
        <message>
            <source>Where is a change of a guest's virtual hardware recorded, with which user name, and is a direct edit of the configuration file recorded too? Who last changed which guest according to that record?</source>
            <extracomment>7.3-c: question</extracomment>
            <translation>Wo wird eine Änderung der virtuellen Hardware eines Gastes mit welchem Benutzernamen festgehalten, und auch ein unmittelbarer Eingriff in die Konfigurationsdatei? Wer hat demnach zuletzt welchen Gast geändert?</translation>
        </message>
        <message>
            <source>Logins to privileged accounts logged</source>
            <extracomment>7.3-d: title</extracomment>
            <translation>Anmeldungen an Konten mit Rechten protokolliert</translation>
        </message>
        <message>
            <source>Successful and failed logins of privileged accounts are logged on hosts, in guests and in the virtualisation layer's own login, with account, source address and time.</source>
            <extracomment>7.3-d: requirement</extracomment>
            <translation>Gelungene und misslungene Anmeldungen an Konten mit Rechten werden auf Hosts, in Gästen und bei der eigenen Anmeldung der Virtualisierungsschicht protokolliert, mit Konto, Herkunftsadresse und Zeit.</translation>
        </message>
        <message>
            <source>Where are successful and failed logins of privileged accounts recorded for the operating system, the web interface, the API and the management controller, with which detail and for how long? Who is alerted by which pattern?</source>
            <extracomment>7.3-d: question</extracomment>
            <translation>Wo werden gelungene und misslungene Anmeldungen an Konten mit Rechten für Betriebssystem, Weboberfläche, API und Management-Controller festgehalten, wie genau und wie lange? Wer wird bei welchem Muster alarmiert?</translation>
        </message>
        <message>
            <source>Copy, move and delete of guests logged on the host</source>
            <extracomment>7.3-e: title</extracomment>
            <translation>Kopieren, Verschieben und Löschen von Gästen auf dem Host protokolliert</translation>
        </message>
        <message>
            <source>The host logs when files of guests (disks, snapshots, memory images, configuration) are copied, moved or deleted, both through the product and from a shell.</source>
            <extracomment>7.3-e: requirement</extracomment>
            <translation>Der Host protokolliert, wenn Dateien von Gästen (Datenträger, Schnappschüsse, Speicherabbilder, Konfiguration) kopiert, verschoben oder gelöscht werden, sowohl durch das Produkt als auch aus einer Shell.</translation>
        </message>
        <message>
            <source>Which records appear when an administrator clones, moves or deletes a guest in the product, and which when somebody copies or deletes its disk file from a shell? Who sees these records, and was it tried?</source>
            <extracomment>7.3-e: question</extracomment>
            <translation>Welche Einträge entstehen, wenn ein Administrator einen Gast im Produkt klont, verschiebt oder löscht, und welche, wenn jemand dessen Datenträgerdatei aus einer Shell kopiert oder löscht? Wer sieht diese Einträge, und wurde es probiert?</translation>
        </message>
        <message>
            <source>Guests that go silent are noticed</source>
            <extracomment>7.3-f: title</extracomment>
            <translation>Verstummte Gäste fallen auf</translation>
        </message>
        <message>
            <source>The log server or a monitoring system raises an alarm when a guest stops sending, and the alarm was tested.</source>
            <extracomment>7.3-f: requirement</extracomment>
            <translation>Der Protokollserver oder ein Überwachungssystem schlägt Alarm, wenn ein Gast nicht mehr sendet, und der Alarm wurde erprobt.</translation>
        </message>
        <message>
            <source>After how long without messages from a guest does which alarm reach whom, where does the list of expected guests come from, and when was it last tested by silencing one? Which guests are silent now?</source>
            <extracomment>7.3-f: question</extracomment>
            <translation>Nach welcher Zeit ohne Nachricht eines Gastes erreicht welcher Alarm wen, woher kommt die Liste der erwarteten Gäste, und wann wurde er zuletzt durch Stummschalten eines Gastes erprobt? Welche Gäste schweigen jetzt?</translation>
        </message>
        <message>
            <source>Firewall at the host for guest traffic</source>
            <extracomment>7.4-a: title</extracomment>
            <translation>Firewall am Host für den Verkehr der Gäste</translation>
        </message>
        <message>
            <source>Traffic to, from and between guests is filtered on the host or in its virtual network, by rules that no guest can change.</source>
            <extracomment>7.4-a: requirement</extracomment>
            <translation>Verkehr zu, von und zwischen Gästen wird auf dem Host oder in seinem virtuellen Netz gefiltert, nach Regeln, die kein Gast ändern kann.</translation>
        </message>
        <message>
            <source>Which filter on the host or in its virtual switches applies to traffic between guests and to traffic from and to outside, what is its default, and was it tested with a packet that must not pass? Who can change it?</source>
            <extracomment>7.4-a: question</extracomment>
            <translation>Welcher Filter auf dem Host oder in seinen virtuellen Switches gilt für Verkehr zwischen Gästen und nach und von außen, was ist sein Grundzustand, und wurde er mit einem Paket geprüft, das nicht durchkommen darf? Wer kann ihn ändern?</translation>
        </message>
        <message>
            <source>Intrusion monitoring at the host, guest defences kept, cost known</source>
            <extracomment>7.4-b: title</extracomment>
            <translation>Einbruchserkennung am Host, Abwehr in Gästen beibehalten, Aufwand bekannt</translation>
        </message>
        <message>
            <source>Intrusion detection observes the virtual network of the host. Firewalls and detection inside guests remain in place beside it, and its processor and bandwidth cost is part of the sizing.</source>
            <extracomment>7.4-b: requirement</extracomment>
            <translation>Eine Einbruchserkennung beobachtet das virtuelle Netz des Hosts. Firewalls und Erkennung in Gästen bleiben daneben bestehen, und ihr Aufwand an Prozessor und Bandbreite ist Teil der Bemessung.</translation>
        </message>
        <message>
            <source>Which sensor sees which virtual networks, which traffic escapes it, who reads its alarms and within what time? Which firewalls and detection agents stay active inside guests, and what processor and bandwidth cost was planned against what was measured?</source>
            <extracomment>7.4-b: question</extracomment>
            <translation>Welcher Sensor sieht welche virtuellen Netze, welcher Verkehr entgeht ihm, wer liest seine Alarme binnen welcher Zeit? Welche Firewalls und Erkennungsagenten bleiben in Gästen tätig, und welcher Aufwand an Prozessor und Bandbreite war geplant und welcher wurde gemessen?</translation>
        </message>
        <message>
            <source>File integrity checker on the host</source>
            <extracomment>7.5-a: title</extracomment>
            <translation>Prüfung der Dateiintegrität auf dem Host</translation>
        </message>
        <message>
            <source>An integrity checker on the host covers its system files, has a baseline, and runs on a schedule that delivered its last result on time.</source>
            <extracomment>7.5-a: requirement</extracomment>
            <translation>Ein Integritätsprüfer auf dem Host erfasst dessen Systemdateien, hat eine Bezugsbasis und läuft nach einem Zeitplan, der sein letztes Ergebnis pünktlich geliefert hat.</translation>
        </message>
        <message>
            <source>Which integrity checker runs on this host, when was its baseline made and how was the host known to be clean then, how often does it run, and what did the last report show? Who reads it, and how are expected changes told apart from others?</source>
            <extracomment>7.5-a: question</extracomment>
            <translation>Welcher Integritätsprüfer läuft auf diesem Host, wann entstand seine Bezugsbasis und woher wusste man damals, dass der Host sauber war, wie oft läuft er, und was zeigte der letzte Bericht? Wer liest ihn, und wie werden erwartete Änderungen von anderen unterschieden?</translation>
        </message>
        <message>
            <source>It covers guest configuration and hypervisor files</source>
            <extracomment>7.5-b: title</extracomment>
            <translation>Sie erfasst Konfiguration der Gäste und Dateien des Hypervisors</translation>
        </message>
        <message>
            <source>The rules of the integrity checker include the configuration files of guests, virtual networks and storage as well as the hypervisor's own programs, modules and firmware images.</source>
            <extracomment>7.5-b: requirement</extracomment>
            <translation>Die Regeln des Integritätsprüfers umfassen die Konfigurationsdateien von Gästen, virtuellen Netzen und Speicher ebenso wie die eigenen Programme, Module und Firmware-Abbilder des Hypervisors.</translation>
        </message>
        <message>
            <source>Which paths of guest, network and storage configuration, of hypervisor programs and of virtual firmware does the checker cover, which are excluded and why, and what happened in a test with one changed guest setting?</source>
            <extracomment>7.5-b: question</extracomment>
            <translation>Welche Pfade der Konfiguration von Gästen, Netzen und Speicher, der Programme des Hypervisors und der virtuellen Firmware erfasst der Prüfer, welche sind warum ausgenommen, und was ergab ein Versuch mit einer geänderten Einstellung eines Gastes?</translation>
        </message>
        <message>
            <source>Baseline kept offline or read-only</source>
            <extracomment>7.5-c: title</extracomment>
            <translation>Bezugsbasis außerhalb oder nur lesbar aufbewahrt</translation>
        </message>
        <message>
            <source>The reference hashes of the integrity checker are held on media or on a machine that an intruder with root on the host cannot rewrite.</source>
            <extracomment>7.5-c: requirement</extracomment>
            <translation>Die Vergleichshashes des Integritätsprüfers liegen auf einem Medium oder einer Maschine, die ein Eindringling mit root-Rechten auf dem Host nicht überschreiben kann.</translation>
        </message>
        <message>
            <source>Where does the reference database lie, who can write to it, and where is the offline copy? When was the live database last compared with that copy, by whom and with which result, and are the checker's program and rules part of it?</source>
            <extracomment>7.5-c: question</extracomment>
            <translation>Wo liegt die Bezugsbasis, wer kann sie beschreiben, und wo ist die Kopie außerhalb? Wann wurde die benutzte Basis zuletzt von wem mit welchem Ergebnis mit dieser Kopie verglichen, und gehören Programm und Regeln des Prüfers dazu?</translation>
        </message>
        <message>
            <source>Integrity checks in guests by risk</source>
            <extracomment>7.5-d: title</extracomment>
            <translation>Integritätsprüfung in Gästen nach Risiko</translation>
        </message>
        <message>
            <source>For each guest it was decided according to its role and risk whether it needs an integrity checker of its own. The decision is recorded with its reason and has been carried out.</source>
            <extracomment>7.5-d: requirement</extracomment>
            <translation>Für jeden Gast wurde nach Aufgabe und Risiko entschieden, ob er einen eigenen Integritätsprüfer braucht. Die Entscheidung ist mit Begründung festgehalten und umgesetzt.</translation>
        </message>
        <message>
            <source>Was it decided for this guest whether it needs an integrity checker, on the grounds of which role and risk, by whom and when? If it was decided in favour, when did it last run?</source>
            <extracomment>7.5-d: question</extracomment>
            <translation>Wurde für diesen Gast entschieden, ob er einen Integritätsprüfer braucht, aufgrund welcher Aufgabe und welchen Risikos, von wem und wann? Falls ja: Wann lief er zuletzt?</translation>
        </message>
        <message>
            <source>Password policy on hosts and guests</source>
            <extracomment>7.6-a: title</extracomment>
            <translation>Passwortrichtlinie auf Hosts und Gästen</translation>
        </message>
        <message>
            <source>Rules for length, complexity, history and age of passwords are enforced on hosts, in guests and for the virtualisation product's own accounts, at the values that the site's policy states.</source>
            <extracomment>7.6-a: requirement</extracomment>
            <translation>Regeln für Länge, Zusammensetzung, Wiederverwendung und Alter von Passwörtern sind auf Hosts, in Gästen und für die eigenen Konten des Virtualisierungsprodukts durchgesetzt, mit den Werten der Richtlinie des Standorts.</translation>
        </message>
        <message>
            <source>Which rules for length, complexity, history and age apply to local accounts of this machine, to root or administrator, and to the accounts of the virtualisation product, and what enforces each of them? Which accounts are exempt, and do clones share a local password?</source>
            <extracomment>7.6-a: question</extracomment>
            <translation>Welche Regeln für Länge, Zusammensetzung, Wiederverwendung und Alter gelten für lokale Konten dieser Maschine, für root oder Administrator und für die Konten des Virtualisierungsprodukts, und was setzt jede durch? Welche Konten sind ausgenommen, und teilen Klone ein lokales Passwort?</translation>
        </message>
        <message>
            <source>Firmware password set</source>
            <extracomment>7.7-a: title</extracomment>
            <translation>Firmware-Passwort gesetzt</translation>
        </message>
        <message>
            <source>Changing the firmware set-up of hosts requires a password, and so does that of guests where the virtual firmware offers one. Elsewhere the right to open the guest's console stands in its place and is limited accordingly.</source>
            <extracomment>7.7-a: requirement</extracomment>
            <translation>Die Firmware-Einstellungen von Hosts zu ändern verlangt ein Passwort, ebenso die von Gästen, wo die virtuelle Firmware eines anbietet. Anderswo tritt das Recht, die Konsole des Gastes zu öffnen, an seine Stelle und ist entsprechend begrenzt.</translation>
        </message>
        <message>
            <source>Does the firmware set-up of this host ask for a password, tried at the machine on which date, and who knows it? What can its management controller change without that password, and what keeps console users out of the virtual firmware of guests?</source>
            <extracomment>7.7-a: question</extracomment>
            <translation>Fragen die Firmware-Einstellungen dieses Hosts nach einem Passwort, an welchem Tag an der Maschine geprüft, und wer kennt es? Was kann sein Management-Controller ohne dieses Passwort ändern, und was hält Benutzer der Konsole von der virtuellen Firmware der Gäste fern?</translation>
        </message>
        <message>
            <source>Boot loader password set</source>
            <extracomment>7.7-b: title</extracomment>
            <translation>Bootloader-Passwort gesetzt</translation>
        </message>
        <message>
            <source>The boot loaders of hosts and guests require a password, stored as a hash, before entries can be edited, a command line opened or another than the default entry chosen.</source>
            <extracomment>7.7-b: requirement</extracomment>
            <translation>Die Bootloader von Hosts und Gästen verlangen ein als Hash gespeichertes Passwort, bevor Einträge bearbeitet, eine Befehlszeile geöffnet oder ein anderer als der vorgegebene Eintrag gewählt werden kann.</translation>
        </message>
        <message>
            <source>What does the boot loader of this machine ask for before it lets somebody edit an entry, open its command line or choose another entry, and where is the hash kept? Which recovery entries or other systems can be started without it?</source>
            <extracomment>7.7-b: question</extracomment>
            <translation>Wonach fragt der Bootloader dieser Maschine, bevor er einen Eintrag bearbeiten, seine Befehlszeile öffnen oder einen anderen Eintrag wählen lässt, und wo liegt der Hash? Welche Rettungseinträge oder anderen Systeme lassen sich ohne ihn starten?</translation>
        </message>
        <message>
            <source>Guests on their own file system</source>
            <extracomment>7.8-a: title</extracomment>
            <translation>Gäste auf eigenem Dateisystem</translation>
        </message>
        <message>
            <source>Disks, snapshots and saved states of guests lie on partitions or volumes apart from those of the host's system and logs, so that guests cannot fill the latter.</source>
            <extracomment>7.8-a: requirement</extracomment>
            <translation>Datenträger, Schnappschüsse und gesicherte Zustände von Gästen liegen auf Partitionen oder Volumes getrennt von System und Protokollen des Hosts, sodass Gäste diese nicht füllen können.</translation>
        </message>
        <message>
            <source>On which file system or volume does each guest storage path lie, snapshots, saved states and image uploads included, and which of them share one with the host's system, logs or temporary files?</source>
            <extracomment>7.8-a: question</extracomment>
            <translation>Auf welchem Dateisystem oder Volume liegt jeder Speicherpfad der Gäste, Schnappschüsse, gesicherte Zustände und hochgeladene Abbilder eingeschlossen, und welche teilen eines mit System, Protokollen oder temporären Dateien des Hosts?</translation>
        </message>
        <message>
            <source>Access per guest volume</source>
            <extracomment>7.8-b: title</extracomment>
            <translation>Zugriff je Volume der Gäste</translation>
        </message>
        <message>
            <source>Rights on each guest volume, or on the one volume that holds all guests, follow the roles of the site: owner, group, mode, access lists, mount options and the product's storage permissions admit nobody else.</source>
            <extracomment>7.8-b: requirement</extracomment>
            <translation>Rechte an jedem Volume der Gäste, oder an dem einen, das alle Gäste hält, folgen den Rollen des Standorts: Eigentümer, Gruppe, Modus, Zugriffslisten, Einhängeoptionen und Speicherrechte des Produkts lassen niemand anderen zu.</translation>
        </message>
        <message>
            <source>Who can read or write each volume with guest disks, by which account, group, access list, export or product role, and which of these people have no guest there? With which mount options is the volume attached?</source>
            <extracomment>7.8-b: question</extracomment>
            <translation>Wer kann jedes Volume mit Datenträgern von Gästen lesen oder beschreiben, durch welches Konto, welche Gruppe, Zugriffsliste, Freigabe oder Rolle im Produkt, und wer davon hat dort keinen Gast? Mit welchen Einhängeoptionen ist das Volume angebunden?</translation>
        </message>
        <message>
            <source>Free space watched</source>
            <extracomment>7.8-c: title</extracomment>
            <translation>Freier Platz überwacht</translation>
        </message>
        <message>
            <source>Each volume with guest disks keeps a reserve, thin pools and their metadata included: use above 80 % calls for a warning and above 95 % counts as a failure, unless other figures were set for the site. An alarm reaches somebody before the volume fills.</source>
            <extracomment>7.8-c: requirement</extracomment>
            <translation>Jedes Volume mit Datenträgern von Gästen behält eine Reserve, dünn angelegte Pools und ihre Metadaten eingeschlossen: Über 80 % Belegung ist eine Warnung fällig, über 95 % gilt als nicht erfüllt, sofern für den Standort keine anderen Werte gesetzt sind. Ein Alarm erreicht jemanden, bevor das Volume voll ist.</translation>
        </message>
        <message>
            <source>How full is each guest volume, thin pool and pool metadata now, how much has been promised to guests beyond what exists, at which level does which alarm reach whom, and when did it last fire or was it tested?</source>
            <extracomment>7.8-c: question</extracomment>
            <translation>Wie voll ist jetzt jedes Volume der Gäste, jeder dünn angelegte Pool und seine Metadaten, wie viel ist Gästen über das Vorhandene hinaus zugesagt, bei welchem Stand erreicht welcher Alarm wen, und wann schlug er zuletzt an oder wurde erprobt?</translation>
        </message>
        <message>
            <source>Warning banner on hosts and guests</source>
            <extracomment>7.9-a: title</extracomment>
            <translation>Warnhinweis auf Hosts und Gästen</translation>
        </message>
        <message>
            <source>Console login, remote login and web login of hosts and guests show the approved warning text before authentication. The text contains no name, version or other detail of the system.</source>
            <extracomment>7.9-a: requirement</extracomment>
            <translation>Anmeldung an Konsole, aus der Ferne und im Web zeigt bei Hosts und Gästen vor dem Nachweis den genehmigten Warntext. Der Text enthält weder Namen noch Version oder andere Angaben zum System.</translation>
        </message>
        <message>
            <source>Which text appears before login at the console, over SSH or remote desktop and on each web interface of this machine, and which of them shows none or reveals product and version?</source>
            <extracomment>7.9-a: question</extracomment>
            <translation>Welcher Text erscheint vor der Anmeldung an der Konsole, über SSH oder Remote-Desktop und auf jeder Weboberfläche dieser Maschine, und welche davon zeigt keinen oder verrät Produkt und Version?</translation>
        </message>
        <message>
            <source>Banner text approved</source>
            <extracomment>7.9-b: title</extracomment>
            <translation>Text des Hinweises genehmigt</translation>
        </message>
        <message>
            <source>Legal counsel has approved the wording of the banner for every place where the systems stand, and all machines show the approved version.</source>
            <extracomment>7.9-b: requirement</extracomment>
            <translation>Juristen haben den Wortlaut des Hinweises für jeden Ort genehmigt, an dem die Systeme stehen, und alle Maschinen zeigen die genehmigte Fassung.</translation>
        </message>
        <message>
            <source>Who in the legal department or which counsel approved the text, on which date, in which version and language, and for which countries? Has any system moved to another country, or the text changed, since then?</source>
            <extracomment>7.9-b: question</extracomment>
            <translation>Wer in der Rechtsabteilung oder welcher Anwalt hat den Text an welchem Tag genehmigt, in welcher Fassung und Sprache und für welche Länder? Ist seither ein System in ein anderes Land gezogen oder der Text geändert worden?</translation>
        </message>
        <message>
            <source>Image backups of all guests</source>
            <extracomment>7.10-a: title</extracomment>
            <translation>Abbildsicherungen aller Gäste</translation>
        </message>
        <message>
            <source>For every guest there is a successful image backup that is no older than the site allows, also for guests created outside the usual procedure and for those that are switched off.</source>
            <extracomment>7.10-a: requirement</extracomment>
            <translation>Für jeden Gast gibt es eine gelungene Abbildsicherung, die nicht älter ist, als der Standort erlaubt, auch für Gäste, die außerhalb des üblichen Verfahrens entstanden, und für ausgeschaltete.</translation>
        </message>
        <message>
            <source>Which guests does an image backup cover and which not, when was the last good one of each, and what age is allowed? Which other product backs up the rest, are databases quiesced, and is there a copy that an administrator of the platform cannot delete?</source>
            <extracomment>7.10-a: question</extracomment>
            <translation>Welche Gäste erfasst eine Abbildsicherung und welche nicht, wann war die letzte gute jedes Gastes, und welches Alter ist erlaubt? Welches andere Produkt sichert die übrigen, werden Datenbanken dafür in Ruhe gebracht, und gibt es eine Kopie, die ein Administrator der Plattform nicht löschen kann?</translation>
        </message>
        <message>
            <source>Full and single-file restore practised</source>
            <extracomment>7.10-b: title</extracomment>
            <translation>Wiederherstellung ganzer Gäste und einzelner Dateien geübt</translation>
        </message>
        <message>
            <source>Both kinds of restore have been carried out in practice: a whole guest from its image, and single files by mounting the image. Date, duration and result are on record.</source>
            <extracomment>7.10-b: requirement</extracomment>
            <translation>Beide Arten der Wiederherstellung wurden wirklich ausgeführt: ein ganzer Gast aus seinem Abbild und einzelne Dateien durch Einhängen des Abbilds. Tag, Dauer und Ergebnis sind festgehalten.</translation>
        </message>
        <message>
            <source>When were the last two drills, one for a whole guest and one for single files, with which guest, onto which hardware, how long did each take and with which result? Which fault found then has been mended?</source>
            <extracomment>7.10-b: question</extracomment>
            <translation>Wann waren die letzten beiden Übungen, eine für einen ganzen Gast und eine für einzelne Dateien, mit welchem Gast, auf welche Hardware, wie lange dauerte jede und mit welchem Ergebnis? Welcher dabei gefundene Fehler ist behoben?</translation>
        </message>
        <message>
            <source>Backup stream encrypted</source>
            <extracomment>7.10-c: title</extracomment>
            <translation>Sicherungsstrom verschlüsselt</translation>
        </message>
        <message>
            <source>The stream from host to backup store is encrypted for each job and target, or runs in a tunnel that does it, so that no image can be recorded on the way.</source>
            <extracomment>7.10-c: requirement</extracomment>
            <translation>Der Strom vom Host zum Sicherungsspeicher ist für jeden Auftrag und jedes Ziel verschlüsselt oder läuft in einem Tunnel, der das tut, sodass unterwegs kein Abbild mitgeschnitten werden kann.</translation>
        </message>
        <message>
            <source>Which protocol carries each backup job from host to store, is encryption enforced, how is the receiver authenticated, and how is the stream of other backup products protected? Which jobs are still in clear?</source>
            <extracomment>7.10-c: question</extracomment>
            <translation>Welches Protokoll trägt jeden Sicherungsauftrag vom Host zum Speicher, ist Verschlüsselung erzwungen, wie wird der Empfänger geprüft, und wie ist der Strom anderer Sicherungsprodukte geschützt? Welche Aufträge laufen noch im Klartext?</translation>
        </message>
        <message>
            <source>Backups at rest closed to all but support staff</source>
            <extracomment>7.10-d: title</extracomment>
            <translation>Liegende Sicherungen nur dem Betriebspersonal zugänglich</translation>
        </message>
        <message>
            <source>Only authorised support staff can read, copy, mount or delete backup files and media. Owner, mode, access lists and share permissions admit nobody else.</source>
            <extracomment>7.10-d: requirement</extracomment>
            <translation>Nur befugtes Betriebspersonal kann Sicherungsdateien und -medien lesen, kopieren, einhängen oder löschen. Eigentümer, Modus, Zugriffslisten und Freigaberechte lassen niemand anderen zu.</translation>
        </message>
        <message>
            <source>Which people and accounts can read, copy, mount or delete backup files, catalogues and media, on the store itself and through shares or the backup product, and which of them are not support staff? When was that list reviewed?</source>
            <extracomment>7.10-d: question</extracomment>
            <translation>Welche Menschen und Konten können Sicherungsdateien, Verzeichnisse und Medien lesen, kopieren, einhängen oder löschen, am Speicher selbst und über Freigaben oder das Sicherungsprodukt, und wer davon ist kein Betriebspersonal? Wann wurde diese Liste überprüft?</translation>
        </message>
        <message>
            <source>Backup network apart (higher needs)</source>
            <extracomment>7.10-e: title</extracomment>
            <translation>Sicherungsnetz getrennt (höherer Bedarf)</translation>
        </message>
        <message>
            <source>It is stated whether higher needs apply. Where they do, a VLAN or network of its own with access lists shields backup traffic and backup stores from all other systems.</source>
            <extracomment>7.10-e: requirement</extracomment>
            <translation>Es ist festgestellt, ob höherer Bedarf besteht. Wo ja, schirmt ein eigenes VLAN oder Netz mit Zugriffslisten Sicherungsverkehr und Sicherungsspeicher von allen anderen Systemen ab.</translation>
        </message>
        <message>
            <source>Are higher needs stated for this platform, by whom and for which guests? Which VLAN or network carries backups, which rules admit whom in which direction, and from where can the store be administered?</source>
            <extracomment>7.10-e: question</extracomment>
            <translation>Ist für diese Plattform höherer Bedarf festgestellt, von wem und für welche Gäste? Welches VLAN oder Netz trägt Sicherungen, welche Regeln lassen wen in welcher Richtung zu, und von wo lässt sich der Speicher verwalten?</translation>
        </message>
        <message>
            <source>Backup volumes and tapes encrypted (highest needs)</source>
            <extracomment>7.10-f: title</extracomment>
            <translation>Sicherungsvolumes und -bänder verschlüsselt (höchster Bedarf)</translation>
        </message>
        <message>
            <source>It is stated whether the highest needs apply. Where they do, the directories, partitions and tapes on which images lie are encrypted.</source>
            <extracomment>7.10-f: requirement</extracomment>
            <translation>Es ist festgestellt, ob höchster Bedarf besteht. Wo ja, sind die Verzeichnisse, Partitionen und Bänder verschlüsselt, auf denen Abbilder liegen.</translation>
        </message>
        <message>
            <source>Are the highest needs stated, and for which guests? How are backup directories, volumes and tapes encrypted, at which layer, where are the keys, and what happens to media that are replaced or discarded?</source>
            <extracomment>7.10-f: question</extracomment>
            <translation>Ist höchster Bedarf festgestellt, und für welche Gäste? Wie sind Verzeichnisse, Volumes und Bänder der Sicherung verschlüsselt, auf welcher Schicht, wo liegen die Schlüssel, und was geschieht mit Medien, die ersetzt oder ausgesondert werden?</translation>
        </message>
        <message>
            <source>Backup media physically safe</source>
            <extracomment>7.10-g: title</extracomment>
            <translation>Sicherungsmedien unter Verschluss</translation>
        </message>
        <message>
            <source>Tapes, disks and other backup media are stored and transported under lock, and an inventory shows where each of them is.</source>
            <extracomment>7.10-g: requirement</extracomment>
            <translation>Bänder, Platten und andere Sicherungsmedien werden verschlossen gelagert und befördert, und ein Verzeichnis zeigt, wo jedes ist.</translation>
        </message>
        <message>
            <source>Where are backup media kept, who has the key, how and by whom are they transported and signed for, how far is the store from the hosts, and when was the inventory last counted against the shelf with which result?</source>
            <extracomment>7.10-g: question</extracomment>
            <translation>Wo liegen Sicherungsmedien, wer hat den Schlüssel, wie und von wem werden sie befördert und quittiert, wie weit ist das Lager von den Hosts entfernt, und wann wurde das Verzeichnis zuletzt mit welchem Ergebnis am Regal gezählt?</translation>
        </message>
        <message>
            <source>Dedicated backup account without shell</source>
            <extracomment>7.10-h: title</extracomment>
            <translation>Eigenes Sicherungskonto ohne Shell</translation>
        </message>
        <message>
            <source>Backup jobs run under an account that serves no other purpose, has no login shell and holds only the rights that the job needs, on the source as on the store.</source>
            <extracomment>7.10-h: requirement</extracomment>
            <translation>Sicherungsaufträge laufen unter einem Konto, das keinem anderen Zweck dient, keine Anmeldeshell hat und nur die Rechte, die der Auftrag braucht, an der Quelle wie am Speicher.</translation>
        </message>
        <message>
            <source>Under which account does each backup job run on the host, in guests and on the store, and for what else is it used? Which shell, groups, sudo rules, forced command, product role and forwarding rights does it have?</source>
            <extracomment>7.10-h: question</extracomment>
            <translation>Unter welchem Konto läuft jeder Sicherungsauftrag auf dem Host, in Gästen und am Speicher, und wozu dient es sonst noch? Welche Shell, Gruppen, sudo-Regeln, welchen erzwungenen Befehl, welche Rolle im Produkt und welche Weiterleitungsrechte hat es?</translation>
        </message>
        <message>
            <source>Backups never run as root</source>
            <extracomment>7.10-i: title</extracomment>
            <translation>Sicherungen nie als root</translation>
        </message>
        <message>
            <source>Backups use neither root nor an administrator account, be it for the job, on the source, on the store or for remote login between them. Where a product runs as root by design, a named isolation makes up for it and was accepted.</source>
            <extracomment>7.10-i: requirement</extracomment>
            <translation>Sicherungen benutzen weder root noch ein Administratorkonto, sei es für den Auftrag, an der Quelle, am Speicher oder für die Fernanmeldung dazwischen. Wo ein Produkt bauartbedingt als root läuft, gleicht eine benannte Abschottung das aus und wurde akzeptiert.</translation>
        </message>
        <message>
            <source>Which backup jobs, cron entries, services or remote logins run as root or administrator, on the source, on the store or between them? Where a product does so by design, which isolation (own machine, no inbound login, read-only access) makes up for it, and who accepted that?</source>
            <extracomment>7.10-i: question</extracomment>
            <translation>Welche Sicherungsaufträge, cron-Einträge, Dienste oder Fernanmeldungen laufen als root oder Administrator, an der Quelle, am Speicher oder dazwischen? Wo ein Produkt das bauartbedingt tut: Welche Abschottung (eigene Maschine, keine Anmeldung von außen, nur lesender Zugriff) gleicht es aus, und wer hat sie akzeptiert?</translation>
        </message>
        <message>
            <source>Keys of encrypted backups in escrow</source>
            <extracomment>7.10-j: title</extracomment>
            <translation>Schlüssel verschlüsselter Sicherungen hinterlegt</translation>
        </message>
        <message>
            <source>Every key needed to read encrypted disks, volumes and tapes is deposited in escrow apart from the backups, can be released by named people, and was tested on a restore.</source>
            <extracomment>7.10-j: requirement</extracomment>
            <translation>Jeder Schlüssel, der zum Lesen verschlüsselter Platten, Volumes und Bänder nötig ist, liegt getrennt von den Sicherungen hinterlegt, kann von benannten Menschen herausgegeben werden und wurde bei einer Wiederherstellung erprobt.</translation>
        </message>
        <message>
            <source>Where is each backup key deposited, apart from backups and platform, who can release it and who deputises? When was a backup last decrypted with the deposited key on a machine that knew nothing beforehand, and are keys of older media still there?</source>
            <extracomment>7.10-j: question</extracomment>
            <translation>Wo ist jeder Sicherungsschlüssel hinterlegt, getrennt von Sicherungen und Plattform, wer kann ihn herausgeben, und wer vertritt? Wann wurde zuletzt eine Sicherung mit dem hinterlegten Schlüssel auf einer Maschine entschlüsselt, die vorher nichts wusste, und sind Schlüssel älterer Medien noch da?</translation>
        </message>
    </context>
</TS>
