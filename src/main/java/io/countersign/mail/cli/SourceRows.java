package io.countersign.mail.cli;

import io.countersign.mail.sync.FollowedSource;
import io.countersign.shared.cli.Output;
import io.countersign.shared.text.OneLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Followed mailboxes, a line each; the path comes last, since it may be long. */
record SourceRows(ZoneId zone, Output output) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String LINE = "%-8s %10s  %-17s %-11s %s";

    void show(List<FollowedSource> sources) {
        if (output.isJson()) {
            sources.forEach(this::json);
        } else if (sources.isEmpty()) {
            output.warn("No mailbox is followed. Import one, or: countersign sources follow PATH");
        } else {
            output.line(String.format(Locale.ROOT, LINE, "kind", "mails", "last read", "state", "path"));
            sources.forEach(this::text);
        }
    }

    private void text(FollowedSource source) {
        output.line(String.format(
                Locale.ROOT,
                LINE,
                word(source.kind()),
                String.format(Locale.ROOT, "%,d", source.mails()),
                source.lastRead().map(at -> SHORT.format(at.atZone(zone))).orElse("not yet"),
                state(source),
                OneLine.of(source.path().toString())));
    }

    private void json(FollowedSource source) {
        output.json(Output.object()
                .put("path", source.path().toString())
                .put("kind", word(source.kind()))
                .put("mails", source.mails())
                .put("firstRead", time(source.firstRead()))
                .put("lastRead", time(source.lastRead()))
                .put("state", state(source)));
    }

    private static String state(FollowedSource source) {
        return source.trouble().map(SourceRows::word).orElse("ok");
    }

    /** As the command line spells it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String time(Optional<Instant> moment) {
        return moment.map(at -> OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .orElse(null);
    }
}
