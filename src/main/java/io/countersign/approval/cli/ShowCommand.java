package io.countersign.approval.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.approval.AuditEntry;
import io.countersign.approval.ProposalJson;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.search.MessageDocument;
import io.countersign.shared.cli.Output;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code show MESSAGE} */
@Command(name = "show", description = "Shows one mail: headers, text, what was understood, proposed and decided.")
public final class ShowCommand implements Runnable {
    private final Supplier<MailDesk> desk;
    private final ProposalJson proposals;
    private final Clock clock;
    private final Output output;

    @Parameters(paramLabel = "MESSAGE", description = "its id or its Message-ID")
    private String message = "";

    public ShowCommand(Supplier<MailDesk> desk, Clock clock, Output output) {
        this.desk = desk;
        this.proposals = new ProposalJson();
        this.clock = clock;
        this.output = output;
    }

    @Override
    public void run() {
        var found = desk.get().find(message);
        var mail = desk.get().reader().read(found.id());
        if (output.isJson()) {
            output.json(json(found, mail));
        } else {
            printText(found, mail);
        }
    }

    private ObjectNode json(Message found, Optional<ParsedMail> mail) {
        var node = MessageDocument.of(found, clock.instant());
        var headers = node.putArray("headers");
        mail.stream()
                .flatMap(parsed -> parsed.headers().stream())
                .forEach(
                        header -> headers.addObject().put("name", header.name()).put("content", header.content()));
        var notes = node.putArray("notes");
        desk.get().messages().notes(found.id()).forEach(notes::add);
        node.put("text", mail.map(ParsedMail::text).orElse(null));
        var evidence = node.putArray("categoryEvidence");
        found.understanding()
                .evidence()
                .forEach(one -> evidence.addObject()
                        .put("detector", one.detector())
                        .put("seen", one.seen())
                        .put("weight", one.weight()));
        var proposed = node.putArray("proposals");
        desk.get().approvals().forMessage(found.id()).forEach(one -> proposed.add(proposals.of(one, Optional.empty())));
        var audit = node.putArray("audit");
        desk.get().approvals().auditOf(found.id()).forEach(entry -> audit.add(json(entry)));
        return node;
    }

    private static ObjectNode json(AuditEntry entry) {
        return Output.object()
                .put("at", entry.at().toString())
                .put("user", entry.user())
                .put("event", entry.event())
                .put("what", entry.what())
                .put("outcome", entry.outcome().orElse(null));
    }

    private void printText(Message found, Optional<ParsedMail> mail) {
        var understanding = found.understanding();
        output.line("From:     " + found.envelope().from());
        output.line("Subject:  " + found.envelope().subject());
        output.line("Date:     " + found.envelope().receivedAt());
        output.line("Folder:   " + found.state().folder() + " " + found.labels());
        output.line("Category: " + understanding.category().id() + ", "
                + Math.round(100 * understanding.categoryConfidence()) + "% sure");
        understanding.evidence().forEach(one -> output.line("          " + one.detector() + ": " + one.seen()));
        output.line("Risk:     " + understanding.riskScore() + " " + String.join("; ", understanding.riskReasons()));
        desk.get().messages().notes(found.id()).forEach(note -> output.line("Note:     " + note));
        output.line("");
        output.line(mail.map(ParsedMail::text).orElse("(the mail itself is missing)"));
        output.line("");
        for (var proposal : desk.get().approvals().forMessage(found.id())) {
            output.line("Proposed " + proposal.id() + ": " + proposal.action().id() + " ("
                    + proposal.status().id() + ") " + proposal.rationale().summary());
        }
        for (var entry : desk.get().approvals().auditOf(found.id())) {
            output.line(entry.at() + " " + entry.event() + " " + entry.what() + " "
                    + entry.outcome().orElse(""));
        }
    }
}
