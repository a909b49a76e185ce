package io.countersign.search.cli;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.MessageDocument;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code messages [--query Q] [--limit N]} */
@Command(name = "messages", description = "Lists the enriched mail, newest first.")
public final class MessagesCommand implements Runnable {
    private final Supplier<MessageRepository> messages;
    private final Function<String, Predicate<Message>> queries;
    private final Clock clock;
    private final Output output;

    @Option(
            names = "--query",
            paramLabel = "Q",
            defaultValue = "",
            description = "words, \"phrases\", -not, prefix*, from: to: subject: category: label: before: after: ...")
    private String query = "";

    @Option(names = "--limit", paramLabel = "N", description = "at most this many (default: all with --json, else 50)")
    private long limit = -1;

    /**
     * Lists from this repository.
     *
     * @param queries turns a query into a test of a message
     */
    public MessagesCommand(
            Supplier<MessageRepository> messages,
            Function<String, Predicate<Message>> queries,
            Clock clock,
            Output output) {
        this.messages = messages;
        this.queries = queries;
        this.clock = clock;
        this.output = output;
    }

    @Override
    public void run() {
        var now = clock.instant();
        if (output.isJson()) {
            visit(limit < 0 ? Long.MAX_VALUE : limit, message -> output.json(MessageDocument.of(message, now)));
        } else {
            var table = new TextTable("id", "received", "from", "subject", "category", "folder");
            visit(limit < 0 ? 50 : limit, message -> add(table, message));
            output.table(table);
        }
    }

    private void visit(long most, Consumer<Message> visitor) {
        var matches = queries.apply(query);
        var left = new long[] {most};
        messages.get().forEachNewestFirst(message -> {
            if (left[0] > 0 && matches.test(message)) {
                left[0]--;
                visitor.accept(message);
            }
            return left[0] > 0;
        });
    }

    private static void add(TextTable table, Message message) {
        table.row(
                message.id(),
                day(message.envelope().receivedAt()),
                message.envelope().from().display(),
                message.envelope().subject(),
                message.understanding().category().id(),
                message.state().folder());
    }

    private static String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT).format(instant.atZone(ZoneId.systemDefault()));
    }
}
