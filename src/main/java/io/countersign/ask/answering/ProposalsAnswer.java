package io.countersign.ask.answering;

import io.countersign.approval.PendingRow;
import io.countersign.ask.Answer;
import io.countersign.ask.reading.Asking;
import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proposals that wait for a decision, best first. */
final class ProposalsAnswer {
    private static final int SHOWN = 10;

    private final Desks desks;
    private final Speech speech;

    ProposalsAnswer(Desks desks, Speech speech) {
        this.desks = desks;
        this.speech = speech;
    }

    Optional<Answer> of(Asking asking) {
        var by = asking.by();
        var pending = desks.approvals().pending().stream()
                .filter(row -> by.period()
                        .filter(period -> !period.contains(row.receivedAt(), desks.zone()))
                        .isEmpty())
                .toList();
        return NameFilter.of(by, pending, this::names).map(found -> {
            var mails = desks.mails(
                    found.stream().limit(SHOWN).map(PendingRow::messageId).toList());
            var report = new Report(speech, asking, speech.say("ask.proposals"));
            return report.of(
                    found.stream().map(row -> line(row, mails)).toList(),
                    found.isEmpty()
                            ? ""
                            : speech.say("ask.count", report.subject(), speech.number(found.size())) + " "
                                    + byAction(found));
        });
    }

    private String names(PendingRow row) {
        return row.from() + " " + row.subject() + " " + speech.action(row.action());
    }

    private String byAction(List<PendingRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> speech.action(row.action()), Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + ": " + speech.number(entry.getValue()))
                .collect(Collectors.joining(", ", "", "."));
    }

    private Line line(PendingRow row, Map<Long, io.countersign.mail.Message> mails) {
        return new Line(
                row.receivedAt(),
                speech.day(row.receivedAt()),
                speech.say(
                        "ask.proposal",
                        speech.action(row.action()),
                        OneLine.of(row.from().display()),
                        OneLine.of(row.subject())),
                Stream.of(row.messageId())
                        .flatMap(id -> Stream.ofNullable(mails.get(id)))
                        .toList());
    }
}
