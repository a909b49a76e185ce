package io.countersign.approval.cli;

import io.countersign.approval.ByHand;
import io.countersign.approval.ByHandResult;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.Action;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code act archive|label|move|read MESSAGE...}: what a person does to mail without waiting for a proposal. */
@Command(
        name = "act",
        description = "Archives, labels, moves or marks mail as read, as one batch that undo takes back.")
public final class ActCommand implements Runnable {
    private final Supplier<ByHand> byHand;
    private final Supplier<MessageRepository> messages;
    private final Output output;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ActCommand(Supplier<ByHand> byHand, Supplier<MessageRepository> messages, Output output) {
        this.byHand = byHand;
        this.messages = messages;
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do is missing: archive, label, move or read.");
    }

    @Command(name = "archive", description = "Moves mail to the archive.")
    void archive(
            @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "id or Message-ID") List<String> mails) {
        act(new Action.Archive(), mails);
    }

    @Command(name = "label", description = "Gives mail a label.")
    void label(
            @Option(names = "--label", required = true, paramLabel = "NAME", description = "the label") String label,
            @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "id or Message-ID") List<String> mails) {
        act(new Action.Label(label), mails);
    }

    @Command(name = "move", description = "Moves mail to a folder.")
    void move(
            @Option(names = "--folder", required = true, paramLabel = "NAME", description = "the folder") String folder,
            @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "id or Message-ID") List<String> mails) {
        act(new Action.MoveToFolder(folder), mails);
    }

    @Command(name = "read", description = "Marks mail as read.")
    void read(
            @Parameters(paramLabel = "MESSAGE", arity = "1..*", description = "id or Message-ID") List<String> mails) {
        act(new Action.MarkRead(), mails);
    }

    private void act(Action.OnMailbox action, List<String> mails) {
        var ids = new LinkedHashSet<Long>();
        mails.forEach(mail -> ids.add(find(mail).id()));
        print(byHand.get().act(action, ids, output.progress()));
    }

    private Message find(String mail) {
        var repository = messages.get();
        var byId = mail.matches("[0-9]{1,18}")
                ? repository.find(Long.parseLong(mail))
                : java.util.Optional.<Message>empty();
        return byId.or(() -> repository.findByMessageId(mail))
                .orElseThrow(() -> new CountersignException.NotFound("message", mail));
    }

    private void print(ByHandResult result) {
        if (output.isJson()) {
            var node = Output.object();
            put(node, "batch", result.batch());
            node.put("acted", result.acted()).put("approved", result.approved());
            put(node, "approval", result.approval());
            output.json(node.put("skipped", result.skipped()));
        } else {
            output.line(result.acted() + " done by hand, " + result.approved() + " pending proposals approved, "
                    + result.skipped() + " were so already."
                    + undo(result.batch()) + undo(result.approval()));
        }
    }

    private static void put(com.fasterxml.jackson.databind.node.ObjectNode node, String name, OptionalLong batch) {
        if (batch.isPresent()) {
            node.put(name, batch.getAsLong());
        } else {
            node.putNull(name);
        }
    }

    private static String undo(OptionalLong batch) {
        return batch.isPresent() ? " Take it back with: undo " + batch.getAsLong() : "";
    }
}
