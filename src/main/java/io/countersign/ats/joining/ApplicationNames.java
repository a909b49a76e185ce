package io.countersign.ats.joining;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDecision;
import io.countersign.ats.ApplicationDecision.Merge;
import io.countersign.ats.ApplicationDecision.Rename;
import io.countersign.ats.ApplicationDecisions.Decided;
import io.countersign.ats.NewApplication;
import io.countersign.ats.WarehouseRow;
import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.shared.text.TextFold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Chooses what an application is called among what its parts call it. */
public final class ApplicationNames {
    private static final int ANNOUNCED = 3;

    private ApplicationNames() {}

    /** Where each kind of part has a name. */
    private record Source(
            Function<Evidence.Mail, Optional<String>> mail,
            Function<WarehouseRow, Optional<String>> row,
            Function<NewApplication, String> byHand,
            Function<ApplicationDecision, String> decision) {
        static final Source COMPANY = new Source(
                Source::companyOf, row -> Optional.of(row.company()), NewApplication::company, Source::companyOf);
        static final Source ROLE = new Source(Source::roleOf, WarehouseRow::role, NewApplication::role, Source::roleOf);

        private static Optional<String> companyOf(Evidence.Mail mail) {
            return mail.mail()
                    .stated()
                    .flatMap(AtsFacts::company)
                    .filter(_ -> mail.clues().named());
        }

        private static Optional<String> roleOf(Evidence.Mail mail) {
            return mail.mail().stated().flatMap(AtsFacts::role);
        }

        private static String companyOf(ApplicationDecision decision) {
            return switch (decision) {
                case Rename rename -> rename.company();
                case Merge merge -> merge.company();
                default -> "";
            };
        }

        private static String roleOf(ApplicationDecision decision) {
            return switch (decision) {
                case Rename rename -> rename.role();
                case Merge merge -> merge.role();
                default -> "";
            };
        }
    }

    /** At most {@link Application#LONGEST_NAME} characters of a name, without white space around it. */
    public static String cut(String name) {
        var stripped = name.strip();
        if (stripped.length() <= Application.LONGEST_NAME) {
            return stripped;
        }
        int end = Application.LONGEST_NAME;
        return stripped.substring(0, Character.isHighSurrogate(stripped.charAt(end - 1)) ? end - 1 : end);
    }

    /** What was counted most often; of several the first by alphabet. */
    static String mostFrequent(Map<String, Integer> counts) {
        String best = "";
        int most = 0;
        for (var entry : new TreeMap<>(counts).entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    /** What a person last called the employer, else what most of its parts call it. */
    static String company(List<Evidence> evidence, List<Decided> decisions) {
        return spelled(name(evidence, decisions, Source.COMPANY), evidence);
    }

    /** What was cut out of an address ("acmefoods") as its owner writes it beside that address ("Acme Foods"). */
    private static String spelled(String name, List<Evidence> evidence) {
        if (name.isEmpty() || name.contains(" ")) {
            return name;
        }
        var joined = TextFold.fold(name);
        return evidence.stream()
                .filter(Evidence.Mail.class::isInstance)
                .map(one -> ((Evidence.Mail) one).message().envelope())
                .flatMap(envelope -> Stream.concat(Stream.of(envelope.from()), envelope.to().stream()))
                .map(Address::name)
                .filter(written -> written.contains(" ")
                        && TextFold.fold(written).replace(" ", "").equals(joined))
                .map(ApplicationNames::cut)
                .findFirst()
                .orElse(name);
    }

    /** The same for the role. */
    static String role(List<Evidence> evidence, List<Decided> decisions) {
        return name(evidence, decisions, Source.ROLE);
    }

    private static String name(List<Evidence> evidence, List<Decided> decisions, Source source) {
        return decisions.reversed().stream()
                .map(decided -> source.decision().apply(decided.decision()))
                .map(ApplicationNames::cut)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .or(() -> byHand(evidence, source))
                .orElseGet(() -> elected(evidence, source));
    }

    private static Optional<String> byHand(List<Evidence> evidence, Source source) {
        return evidence.stream()
                .filter(Evidence.ByHand.class::isInstance)
                .flatMap(one -> of(one, source).stream())
                .findFirst();
    }

    /** What a mail that announces a stage says counts more than what a reply or a reminder does. */
    private static String elected(List<Evidence> evidence, Source source) {
        var votes = new TreeMap<String, Integer>();
        for (var one : evidence) {
            of(one, source)
                    .ifPresent(
                            name -> votes.merge(name, one.clues().stage().isPresent() ? ANNOUNCED : 1, Integer::sum));
        }
        return mostFrequent(votes);
    }

    private static Optional<String> of(Evidence one, Source source) {
        var name =
                switch (one) {
                    case Evidence.Mail mail -> source.mail().apply(mail);
                    case Evidence.Row row -> source.row().apply(row.numbered().row());
                    case Evidence.ByHand byHand -> Optional.of(source.byHand().apply(byHand.application()));
                };
        return name.map(ApplicationNames::cut).filter(text -> !text.isEmpty());
    }

    /** What most parts say; of several the first by alphabet. */
    static Optional<String> mostFrequent(Stream<String> texts) {
        var counts = new TreeMap<String, Integer>();
        texts.filter(text -> !text.isEmpty()).forEach(text -> counts.merge(text, 1, Integer::sum));
        return counts.isEmpty() ? Optional.empty() : Optional.of(mostFrequent(counts));
    }
}
