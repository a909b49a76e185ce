package io.countersign.approval.cli;

import io.countersign.approval.Approvals;
import io.countersign.approval.Proposal;
import io.countersign.approval.ProposalJson;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tray [--limit N]} */
@Command(name = "tray", description = "Shows the pending proposals, best first.")
public final class TrayCommand implements Runnable {
    private final Supplier<Approvals> approvals;
    private final Supplier<MessageRepository> messages;
    private final ProposalJson json;
    private final Output output;

    @Option(names = "--limit", paramLabel = "N", description = "at most this many (default: all with --json, else 50)")
    private int limit = -1;

    public TrayCommand(Supplier<Approvals> approvals, Supplier<MessageRepository> messages, Output output) {
        this.approvals = approvals;
        this.messages = messages;
        this.json = new ProposalJson();
        this.output = output;
    }

    @Override
    public void run() {
        int most = limit >= 0 ? limit : output.isJson() ? Integer.MAX_VALUE : 50;
        var proposals = approvals.get().tray(most);
        var mails = mailsOf(proposals);
        if (output.isJson()) {
            proposals.forEach(
                    proposal -> output.json(json.of(proposal, Optional.ofNullable(mails.get(proposal.messageId())))));
        } else {
            output.table(table(proposals, mails));
            output.line(approvals.get().pendingCount() + " pending");
        }
    }

    private Map<Long, Message> mailsOf(List<Proposal> proposals) {
        return messages
                .get()
                .findAll(proposals.stream().map(Proposal::messageId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Message::id, message -> message));
    }

    private static TextTable table(List<Proposal> proposals, Map<Long, Message> mails) {
        var table = new TextTable("id", "action", "sure", "policy", "from", "subject");
        for (var proposal : proposals) {
            var mail = Optional.ofNullable(mails.get(proposal.messageId()));
            table.row(
                    proposal.id(),
                    proposal.action().id(),
                    Math.round(100 * proposal.confidence()) + "%",
                    proposal.policyName(),
                    mail.map(message -> message.envelope().from().display()).orElse(""),
                    mail.map(message -> message.envelope().subject()).orElse(""));
        }
        return table;
    }
}
