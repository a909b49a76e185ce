package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import io.countersign.classify.PhraseSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks for the signs of recruiter scams in {@code ats/scam.txt}. Each sign is the chance that mail with it is one;
 * independent signs combine as {@code 1 - (1-a)(1-b)...}. Immutable and thread-safe.
 */
final class RecruiterScam {
    private static final int LONGEST_SEEN = 100;

    private final List<Sign> signs = new ArrayList<>();
    private final List<Integer> signOfPhrase = new ArrayList<>();
    private final PhraseSet phrases;

    private record Sign(String name, int risk, String reason, int count, boolean freemail) {}

    /** 0..100 and whole English sentences, gravest first. */
    record Suspicion(int score, List<String> reasons) {}

    RecruiterScam(DataFile file) {
        var builder = new PhraseSet.Builder();
        for (var section : file.sections()) {
            for (var line : section.lines()) {
                if (line.keyword().equals("say")) {
                    for (var phrase : line.argument().split("\\|", -1)) {
                        builder.add(line, Contractions.expanded(phrase));
                        signOfPhrase.add(signs.size());
                    }
                }
            }
            signs.add(sign(section));
        }
        phrases = builder.build();
    }

    private static Sign sign(DataFile.Section section) {
        int risk = 0;
        int count = 1;
        var reason = "";
        boolean freemail = false;
        for (var line : section.lines()) {
            switch (line.keyword()) {
                case "risk" -> risk = number(line);
                case "count" -> count = number(line);
                case "reason" -> reason = line.argument();
                case "fact" -> freemail = line.argument().equals("freemail");
                case "say" -> {}
                default -> throw line.refuse("'" + line.keyword() + "' is not a keyword");
            }
        }
        section.at()
                .require(risk > 0 && risk < 100 && !reason.isEmpty(), "A sign needs a risk from 1 to 99 and a reason");
        return new Sign(section.name(), risk, reason, count, freemail);
    }

    private static int number(DataFile.Line line) {
        try {
            return Integer.parseInt(line.argument());
        } catch (NumberFormatException e) {
            throw line.refuse("'" + line.argument() + "' is not a number");
        }
    }

    /** {@code mailbox} is the sender's address when it is a private one, else empty. */
    Suspicion judge(Passage passage, String mailbox) {
        var seen = new TreeMap<Integer, String>();
        var distinct = new ArrayList<Set<Integer>>();
        signs.forEach(_ -> distinct.add(new HashSet<>()));
        phrases.find(passage.text(), passage.edges(), (phrase, begin, end) -> {
            int sign = signOfPhrase.get(phrase);
            distinct.get(sign).add(phrase);
            seen.putIfAbsent(sign, passage.text().substring(begin, Math.min(end, begin + LONGEST_SEEN)));
        });
        double safe = 1;
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < signs.size(); i++) {
            var sign = signs.get(i);
            boolean shows =
                    sign.freemail() ? !mailbox.isEmpty() : distinct.get(i).size() >= sign.count();
            if (shows) {
                safe *= 1 - sign.risk() / 100.0;
                var what = sign.freemail() ? mailbox : seen.getOrDefault(i, "");
                reasons.add(new Reason(sign.risk(), sign.reason().replace("{0}", what)));
            }
        }
        reasons.sort((a, b) -> Integer.compare(b.risk(), a.risk()));
        return new Suspicion(
                (int) Math.round(100 * (1 - safe)),
                reasons.stream().map(Reason::text).toList());
    }

    /** True for a sentence that {@link #judge} may give, whatever was seen; not for those that other mail gets as well. */
    boolean isReason(String sentence) {
        return signs.stream()
                .map(sign ->
                        sign.reason().substring(0, Math.max(0, sign.reason().indexOf('('))))
                .anyMatch(start -> !start.isEmpty() && sentence.startsWith(start));
    }

    private record Reason(int risk, String text) {}
}
