package io.countersign.ats.tracking;

import io.countersign.ats.EnrichmentLog;
import io.countersign.ats.InformedReader;
import io.countersign.ats.SenderVolumes;
import io.countersign.ats.joining.JoinedApplications;
import io.countersign.ats.joining.Person;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.AtsMails;
import io.countersign.mail.AtsMails.AtsMail;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.StageFinding;
import io.countersign.mail.Understanding;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds mails that name no application themselves but whose conversation or sender is known, and reads them again, each once
 * for what is known. Looks only at new mail as long as nothing new is known about senders.
 */
final class KnownMailScan {
    private static final int BATCH = 500;

    private final AtsMails mails;
    private final MessageRepository messages;
    private final InformedReader reader;
    private final EnrichmentLog log;
    private final SenderVolumes volumes;
    private final String detectors;

    KnownMailScan(
            AtsMails mails,
            MessageRepository messages,
            InformedReader reader,
            EnrichmentLog log,
            SenderVolumes volumes,
            String detectors) {
        this.volumes = volumes;
        this.mails = mails;
        this.messages = messages;
        this.reader = reader;
        this.log = log;
        this.detectors = detectors;
    }

    /**
     * What a scan did.
     *
     * @param examined mails that it looked at
     * @param changed mails that it wrote
     */
    record Scanned(long examined, long changed, long newestMessageId, long knowledge) {}

    Scanned run(JoinedApplications joined, Optional<EnrichmentLog.Run> before, Progress progress) {
        var known = joined.employers().recruiting(volumes);
        var all = mails.all();
        var person = Person.of(all);
        long knowledge = hash(detectors + known.senders());
        long from = before.filter(run -> run.knowledge() == knowledge)
                .map(run -> run.newestMessageId() + 1)
                .orElse(0L);
        var run = new Run(new Familiarity(known, person), progress);
        var seen = new HashSet<Long>();
        for (var mail : all) {
            seen.add(mail.message().id());
            var message = mail.message();
            if (isOpen(mail) && known.isKnownThread(message.threadId()) && !person.wrote(message)) {
                run.offer(message);
            }
        }
        long[] newest = {before.map(EnrichmentLog.Run::newestMessageId).orElse(0L)};
        messages.forEachFrom(from, message -> {
            newest[0] = Math.max(newest[0], message.id());
            if (seen.add(message.id()) && message.understanding().ats().isEmpty()) {
                run.offer(message);
            }
            return true;
        });
        run.flush();
        return new Scanned(seen.size(), run.changed, newest[0], knowledge);
    }

    private static boolean isOpen(AtsMail mail) {
        return !mail.byHand() && mail.message().understanding().ats().isEmpty();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L; // FNV-1a
        }
        return hash;
    }

    /** One pass, batch by batch. */
    private final class Run {
        private final Familiarity familiarity;
        private final Progress progress;
        private final List<Message> batch = new ArrayList<>();
        private long changed;

        Run(Familiarity familiarity, Progress progress) {
            this.familiarity = familiarity;
            this.progress = progress;
        }

        void offer(Message message) {
            if (familiarity.context(message).isPresent()) {
                batch.add(message);
                if (batch.size() == BATCH) {
                    flush();
                }
            }
        }

        void flush() {
            progress.checkCancelled();
            var knowledge = new HashMap<Long, Long>();
            batch.forEach(message -> familiarity
                    .context(message)
                    .ifPresent(context ->
                            knowledge.put(message.id(), hash(detectors + "/" + message.version() + "/" + context))));
            var before = log.readings(knowledge.keySet());
            var enriched = batch.stream()
                    .filter(message -> !isKnown(message, knowledge, before))
                    .flatMap(message -> read(message).stream())
                    .toList();
            mails.enrich(enriched);
            log.note(knowledge);
            changed += enriched.size();
            batch.clear();
        }

        private static boolean isKnown(Message message, Map<Long, Long> knowledge, Map<Long, Long> before) {
            var now = knowledge.get(message.id());
            return now != null && now.equals(before.get(message.id()));
        }

        private Optional<Message> read(Message message) {
            var read = familiarity.person().wrote(message)
                    ? Optional.of(message.understanding().withAts(wordOf(familiarity.addressed(message))))
                    : reader.read(message, familiarity.known())
                            .map(now -> now.ats().isPresent() ? now : word(message));
            return read.filter(now -> now.ats().isPresent()).map(message::withUnderstanding);
        }

        /** What somebody writes who wrote about an application before is a word about it, whatever it says. */
        private Understanding word(Message message) {
            var domain = message.envelope().from().domain();
            return familiarity.spokeBefore(message)
                    ? message.understanding().withAts(wordOf(familiarity.known().companyOf(domain)))
                    : message.understanding();
        }

        private static AtsFacts wordOf(Optional<String> employer) {
            return new AtsFacts(
                    Optional.empty(),
                    Optional.empty(),
                    StageFinding.none(),
                    Optional.empty(),
                    Optional.empty(),
                    employer,
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
