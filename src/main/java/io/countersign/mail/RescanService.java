package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets today's detectors look at mail again that older ones understood. Blocking. */
public final class RescanService {
    private static final int BATCH = 500;

    private final MessageRepository messages;
    private final MailStore mails;
    private final RawMailStore raws;
    private final MailParser parser;
    private final Enrichment enrichment;

    public RescanService(
            MessageRepository messages,
            MailStore mails,
            RawMailStore raws,
            MailParser parser,
            List<MailEnricher> enrichers) {
        this.messages = messages;
        this.mails = mails;
        this.raws = raws;
        this.parser = parser;
        this.enrichment = new Enrichment(parser, enrichers);
    }

    /** Looks at all mail; a cancelled rescan keeps what was done. */
    public RescanResult run(Progress progress) {
        long total = messages.count();
        var run = new Run(progress, total);
        messages.forEachFrom(0, message -> {
            run.add(message);
            return true;
        });
        run.flush();
        return new RescanResult(run.examined, run.unreadable);
    }

    private Optional<Message> rescanned(Message message, Optional<RawLocation> location) {
        return location.flatMap(raws::read)
                .flatMap(RawPacker::unpack)
                .map(raw -> message.withUnderstanding(
                        enrichment.of(raw, parser.parse(raw), message.envelope(), new ArrayList<>())));
    }

    /** One pass over all mail, batch by batch. */
    private final class Run {
        private final Progress progress;
        private final long total;
        private final List<Message> batch = new ArrayList<>(BATCH);
        private long examined;
        private long unreadable;

        Run(Progress progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        void add(Message message) {
            batch.add(message);
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            progress.checkCancelled();
            var locations = mails.rawLocations(batch.stream().map(Message::id).collect(Collectors.toSet()));
            var rescanned = batch.parallelStream()
                    .map(message -> rescanned(message, Optional.ofNullable(locations.get(message.id()))))
                    .flatMap(Optional::stream)
                    .toList();
            messages.updateUnderstanding(rescanned);
            examined += batch.size();
            unreadable += batch.size() - rescanned.size();
            batch.clear();
            progress.report(examined, total, "");
        }
    }
}
