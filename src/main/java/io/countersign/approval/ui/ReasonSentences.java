package io.countersign.approval.ui;

import io.countersign.shared.text.OneLine;
import io.countersign.shared.ui.RiskSentences;
import io.countersign.shared.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reasons of a proposal in the person's language. They are stored in English, as they were when it was proposed; what was
 * not written by this program, such as the reason of a person's own policy, stays as it is.
 */
final class ReasonSentences {
    private static final Pattern LEAD = Pattern.compile("^.{1,200}?, \\d{1,3} % sure\\.\\s*");
    private static final Pattern ENDED = Pattern.compile("it ended (\\d{1,9}) days? ago");
    private static final Pattern RISK = Pattern.compile("the risk of this mail is (\\d{1,3}) of 100");
    private static final Pattern LEARNED = Pattern.compile("you (approved|rejected) most of (.+)");
    private static final Pattern SENDER = Pattern.compile("what (\\S+) sends");
    private static final Pattern KIND = Pattern.compile("what was proposed for mail of the kind (.+)");
    private static final Pattern WORD = Pattern.compile("what was proposed for mail with the word (.+)");

    private final Texts texts;
    private final RiskSentences risks;

    ReasonSentences(Texts texts) {
        this.texts = texts;
        risks = new RiskSentences(texts);
    }

    /** The reasons without what is proposed and how sure that is. */
    String of(String summary) {
        var reasons = LEAD.matcher(OneLine.of(summary)).replaceFirst("");
        int last = reasons.lastIndexOf(". ");
        var generated = generated(last < 0 ? reasons : reasons.substring(last + 2));
        var policy = generated.isEmpty() ? reasons : last < 0 ? "" : reasons.substring(0, last + 1);
        return (policy(policy) + " " + generated.orElse("")).strip();
    }

    /** Why a mail is risky; what was seen in it stays as it is. */
    String risk(String reason) {
        return risks.of(reason);
    }

    private String policy(String reason) {
        var key = "reason.policy." + RiskSentences.slug(reason);
        return texts.has(key) ? texts.get(key) : reason;
    }

    /** Empty unless all of it was written by this program. */
    private Optional<String> generated(String sentence) {
        var parts = Stream.of(lowerFirst(sentence.replaceFirst("\\.$", "")).split("; "))
                .map(this::part)
                .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        upperFirst(parts.stream().flatMap(Optional::stream).collect(Collectors.joining("; "))) + ".")
                : Optional.empty();
    }

    private Optional<String> part(String part) {
        return switch (part) {
            case "it has just ended" -> Optional.of(texts.get("reason.ended.now"));
            case "you approve this more often than the policy expects" -> Optional.of(texts.get("reason.more"));
            case "you approve this less often than the policy expects" -> Optional.of(texts.get("reason.less"));
            case "this sender sends mostly promotions" -> Optional.of(texts.get("reason.promotions"));
            default ->
                whole(ENDED, part)
                        .map(found -> texts.get("reason.ended.days", Long.parseLong(found.group(1))))
                        .or(() -> whole(RISK, part).map(found -> texts.get("reason.risk", found.group(1))))
                        .or(() -> whole(LEARNED, part).flatMap(this::learned));
        };
    }

    private Optional<String> learned(MatchResult found) {
        var key = "reason." + found.group(1);
        var about = found.group(2);
        return about.equals("what this list sends")
                ? Optional.of(texts.get(key + ".list"))
                : whole(SENDER, about)
                        .map(sender -> texts.get(key + ".sender", sender.group(1)))
                        .or(() -> whole(KIND, about).map(kind -> texts.get(key + ".kind", category(kind.group(1)))))
                        .or(() -> whole(WORD, about).map(word -> texts.get(key + ".word", word.group(1))));
    }

    private String category(String words) {
        var key = "approvals.category." + words.replace(' ', '_');
        return texts.has(key) ? texts.get(key) : words;
    }

    private static Optional<MatchResult> whole(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
