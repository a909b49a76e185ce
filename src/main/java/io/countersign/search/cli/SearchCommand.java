package io.countersign.search.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Found;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchFailure;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search QUERY [--mode networking|money] [--limit N]} */
@Command(name = "search", description = "Finds mail, best first; the search index is brought up to date first.")
public final class SearchCommand implements Runnable {
    private static final double PLACES = 10_000;
    private static final String SIMILAR = "~ ";

    private final Supplier<? extends SearchDesk> desk;
    private final Supplier<IndexCatchUp> catchUp;
    private final ZoneId zone;
    private final Output output;

    @Parameters(
            paramLabel = "QUERY",
            arity = "1..*",
            description =
                    "words, \"phrases\", -not, prefix*, from: to: subject: has:attachment before: after: category:"
                            + " label: stage: ...; -- before a query that begins with -")
    private final List<String> query = new ArrayList<>();

    @Option(names = "--mode", paramLabel = "MODE", description = "networking or money: mail about that ranks higher")
    private @Nullable Emphasis mode;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "at most this many, up to 1000 (default: 20)")
    private int limit = 20;

    /** What can be emphasised. */
    enum Emphasis {
        NETWORKING(Mode.NETWORKING),
        MONEY(Mode.MONEY);

        private final Mode mode;

        Emphasis(Mode mode) {
            this.mode = mode;
        }
    }

    public SearchCommand(
            Supplier<? extends SearchDesk> desk, Supplier<IndexCatchUp> catchUp, ZoneId zone, Output output) {
        this.desk = desk;
        this.catchUp = catchUp;
        this.zone = zone;
        this.output = output;
    }

    @Override
    public void run() {
        var behind = bringUpToDate();
        var found = desk.get()
                .find(new Wanted(
                        String.join(" ", query),
                        false,
                        mode == null ? Mode.PLAIN : mode.mode,
                        Order.RELEVANCE,
                        Map.of(),
                        limit));
        warning(found, behind).ifPresent(output::warn);
        var all = found.all();
        if (output.isJson()) {
            for (int i = 0; i < all.size(); i++) {
                output.json(json(i + 1, all.get(i), found));
            }
        } else {
            print(found);
        }
    }

    /** Why that failed, if it did. */
    private Optional<String> bringUpToDate() {
        try {
            catchUp.get().run(output.progress());
            return Optional.empty();
        } catch (SearchFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** One message, however many things failed for one reason. */
    private static Optional<String> warning(Found found, Optional<String> behind) {
        return found.failure()
                .map(kind -> "The search index cannot answer now ("
                        + behind.orElse(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        + "): found by subject, first words and people only, newest first"
                        + (found.extent() == Extent.OUT_OF_TIME
                                ? "; there was no time to look at all mail, older mail may match too."
                                : "."))
                .or(() -> behind.map(why -> "The search index is not up to date: " + why));
    }

    private JsonNode json(int rank, Hit hit, Found found) {
        var envelope = hit.mail().envelope();
        var json = Output.object()
                .put("rank", rank)
                .put("score", Math.round(hit.score() * PLACES) / PLACES)
                .put("messageId", "<" + envelope.messageId() + ">")
                .put("from", envelope.from().toString())
                .put("subject", envelope.subject())
                .put("receivedAt", envelope.receivedAt().toString())
                .put("category", hit.mail().understanding().category().id())
                .put("snippet", snippet(hit, found));
        if (found.extent() == Extent.OUT_OF_TIME) {
            json.put("partial", true);
        }
        return found.similar().contains(hit) ? json.put("similar", true) : json;
    }

    private String snippet(Hit hit, Found found) {
        return desk.get().snippet(found.query(), hit.mail().id()).text();
    }

    private void print(Found found) {
        var table = new TextTable("id", "received", "from", "subject", "text");
        for (var hit : found.all()) {
            var envelope = hit.mail().envelope();
            table.row(
                    hit.mail().id(),
                    day(envelope.receivedAt()),
                    envelope.from().display(),
                    (found.similar().contains(hit) ? SIMILAR : "") + envelope.subject(),
                    snippet(hit, found));
        }
        output.table(table);
        output.line(found.hits().size() + " of " + (found.extent() == Extent.WHOLE ? "" : "at least ") + found.total()
                + " found"
                + (found.similar().isEmpty() ? "" : ", " + found.similar().size() + " similar (~)"));
        found.didYouMean().ifPresent(other -> output.line("Did you mean: " + other));
    }

    private String day(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT).format(instant.atZone(zone));
    }
}
