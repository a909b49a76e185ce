package io.countersign.ats.detection;

import io.countersign.ats.detection.NameWords.Hint;
import io.countersign.ats.detection.NameWords.Place;
import io.countersign.mail.ParsedMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the number of the application or of the opening: in text, subject, headers and the systems' links. */
final class IdFinder {
    private static final int LONGEST = 40;
    private static final List<String> LINK_MARKS = List.of(
            "gh_jid=",
            "token=",
            "jobid=",
            "job_id=",
            "jobId=",
            "reqid=",
            "requisitionId=",
            "applicationId=",
            "application_id=");
    private static final List<String> HEADERS = List.of(
            "X-Application-Id", "X-Candidate-Id", "X-Job-Id", "X-Greenhouse-Application-Id", "X-Lever-Application-Id");

    Optional<String> find(ParsedMail mail, Passage passage, Map<Hint, List<Place>> hints) {
        for (var place : hints.getOrDefault(Hint.ID_AFTER, List.of())) {
            var id = after(passage.text(), place.end());
            if (id.isPresent()) {
                return id;
            }
        }
        for (var name : HEADERS) {
            var id = mail.header(name).flatMap(content -> after(content, 0));
            if (id.isPresent()) {
                return id;
            }
        }
        return inLinks(mail.html().orElse(mail.text()));
    }

    private static Optional<String> inLinks(String source) {
        var bounded = source.length() <= 100_000 ? source : source.substring(0, 100_000);
        for (var mark : LINK_MARKS) {
            int at = bounded.indexOf(mark);
            if (at > 0
                    && (bounded.charAt(at - 1) == '?'
                            || bounded.charAt(at - 1) == '&'
                            || bounded.charAt(at - 1) == ';')) {
                var id = after(bounded, at + mark.length());
                if (id.isPresent()) {
                    return id;
                }
            }
        }
        return Optional.empty();
    }

    /** A word with a digit in it, behind at most a few signs. */
    private static Optional<String> after(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 5 && " :#.(-–".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int end = at;
        int digits = 0;
        while (end < text.length() && end - at < LONGEST && isIdPart(text.charAt(end))) {
            digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        var id = text.substring(at, end);
        while (id.endsWith("-") || id.endsWith("_") || id.endsWith("/")) {
            id = id.substring(0, id.length() - 1);
        }
        return digits >= 2 && id.length() >= 3 ? Optional.of(id) : Optional.empty();
    }

    private static boolean isIdPart(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_' || c == '/';
    }
}
