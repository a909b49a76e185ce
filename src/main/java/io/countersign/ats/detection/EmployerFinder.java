package io.countersign.ats.detection;

import io.countersign.ats.detection.NameWords.Hint;
import io.countersign.ats.detection.NameWords.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the employer: names from text, subject, sender and links are candidates, those that are the same add up, and the
 * heaviest wins. A relay or a job board is one only where the text itself names it and nothing else. Immutable and
 * thread-safe.
 */
final class EmployerFinder {
    private static final double STRONG = 3;
    private static final double WEAK = 1.6;
    private static final double SUBJECT = 0.4;
    private static final double TENANT = 2.6;
    private static final double OWN_DOMAIN = 2.2;
    private static final double TEAM_NAME = 3.2;
    /** The display name of an account at a system, which is hardly ever a person. */
    private static final double ACCOUNT_NAME = 2.3;

    /** That of an address that several people read. */
    private static final double SHARED_NAME = 1.7;

    /** A display name elsewhere, which mostly is a person's: it only supports what else says the same. */
    private static final double PERSON_NAME = 1.2;

    /** Known from earlier mail of the same domain; what this one itself names clearly outweighs it. */
    private static final double KNOWN = 2.9;

    private static final double SIGNED_BY_TEAM = 2.1;
    private static final double PLAIN_NAME = 1.7;
    private static final int MOST_WORDS_OF_PIECE = 5;
    private static final List<String> EMPLOYER_FOLLOWS =
            List.of(" on behalf of ", " im auftrag von ", " from ", " at ", " bei ", " chez ", " de la part de ");
    private static final List<String> RELAY_FOLLOWS = List.of(" via ", " (via ", " @ ", " | ", " über ");

    private final NameWords words;
    private final RelaySystems systems;
    private final NameReader reader;
    private final NameTrimmer trimmer;
    private final ClosingLines closing;

    EmployerFinder(NameWords words, RelaySystems systems) {
        this.words = words;
        this.systems = systems;
        reader = new NameReader(words);
        trimmer = new NameTrimmer(words);
        closing = new ClosingLines(words, trimmer);
    }

    /** {@code known} is the employer whose people are known to write from the sender's domain. */
    Optional<String> find(
            Passage passage,
            Map<Hint, List<Place>> hints,
            SenderTrace trace,
            Optional<Title> title,
            Optional<String> known) {
        var named = new EmployerCandidates(words, systems);
        after(passage, hints.getOrDefault(Hint.COMPANY_AFTER_STRONG, List.of()), STRONG, named);
        after(passage, hints.getOrDefault(Hint.COMPANY_AFTER_WEAK, List.of()), WEAK, named);
        before(passage, hints.getOrDefault(Hint.COMPANY_BEFORE_STRONG, List.of()), STRONG - 0.5, named);
        before(passage, hints.getOrDefault(Hint.COMPANY_BEFORE_WEAK, List.of()), WEAK - 0.6, named);
        title.filter(Title::employerFollows).ifPresent(found -> behindTitle(passage, found, named));
        ofSubject(passage, named);
        ofSender(trace, named);
        ofAddresses(trace, named);
        ofSignature(passage, trace.name(), named);
        known.ifPresent(company -> named.add(company, KNOWN, true, false));
        return named.heaviest(passage.text());
    }

    private void behindTitle(Passage passage, Title title, EmployerCandidates named) {
        var name = reader.after(passage.text(), title.end(), sentenceEnd(passage, title.end()));
        if (!isRole(name)) {
            named.add(name, STRONG, true, true);
        }
    }

    private void after(Passage passage, List<Place> places, double weight, EmployerCandidates named) {
        for (var place : places) {
            if (passage.inSender(place.begin())) {
                continue;
            }
            int end = sentenceEnd(passage, place.end());
            var name = reader.after(passage.text(), place.end(), end);
            boolean person = PersonNamed.at(passage.text(), place, name, words);
            if (!person && !isRole(name) && !titleFollows(passage.text(), place.end(), end)) {
                named.add(name, inSubject(passage, place, weight), true, true);
            }
        }
    }

    private static double inSubject(Passage passage, Place place, double weight) {
        return weight + (passage.inSubject(place.begin()) ? SUBJECT : 0);
    }

    private static int sentenceEnd(Passage passage, int offset) {
        return Math.clamp(
                passage.edges()[passage.sentence(offset) + 1],
                offset,
                passage.text().length());
    }

    /** "the JavaScript / Rails Developer position at": what begins there is a job's title up to its last word. */
    private static boolean titleFollows(String text, int from, int to) {
        var rest = text.substring(from, Math.min(to, from + 120)).toLowerCase(Locale.ROOT);
        int noun = firstOf(rest, List.of(" position", " role", " opening", " vacancy", " internship"));
        int other = firstOf(rest, List.of(" at ", " with ", " in ", ",", " and "));
        boolean article = rest.startsWith(" the ") || rest.startsWith(" our ") || rest.startsWith(" a ");
        return noun > 0 && (other < 0 || noun < other || article);
    }

    private void before(Passage passage, List<Place> places, double weight, EmployerCandidates named) {
        for (var place : places) {
            if (passage.inSender(place.begin())) {
                continue;
            }
            int from = passage.edges()[passage.sentence(place.begin())];
            var name = trimmer.trimmed(reader.before(passage.text(), place.begin(), from));
            if (!isRole(name)) {
                named.add(name, inSubject(passage, place, weight), true, true);
            }
        }
    }

    /** "Acme | Thank you for your application", "Acme - Engineer": a piece of the subject may be the name. */
    private void ofSubject(Passage passage, EmployerCandidates named) {
        var pieces = TextWords.pieces(passage.subject());
        if (pieces.size() < 2) {
            return;
        }
        for (var piece : pieces) {
            var name = trimmer.trimmed(piece);
            boolean whole =
                    !name.isEmpty() && reader.after(name, 0, name.length()).equals(name);
            if (whole && !isRole(name) && mayBeName(piece)) {
                named.add(name, WEAK, true, false);
            }
        }
    }

    private boolean mayBeName(String piece) {
        var parts = TextWords.ofSpaces(piece);
        return parts.size() <= MOST_WORDS_OF_PIECE
                && parts.stream().noneMatch(part -> words.isNoNamePart(TextWords.bare(part)));
    }

    private void ofSender(SenderTrace trace, EmployerCandidates named) {
        var display = trace.name();
        if (display.isBlank() || (display.indexOf('@') >= 0 && display.indexOf(' ') < 0 && display.indexOf('.') > 0)) {
            return;
        }
        var lower = display.toLowerCase(Locale.ROOT);
        for (var mark : EMPLOYER_FOLLOWS) {
            int at = lower.indexOf(mark);
            if (at > 0) {
                named.add(trimmer.trimmed(display.substring(at + mark.length())), TEAM_NAME, true, false);
                return;
            }
        }
        int relay = firstOf(lower, RELAY_FOLLOWS);
        var own = relay > 0 ? display.substring(0, relay) : display;
        var name = trimmer.trimmed(own);
        boolean team = relay > 0 || name.length() < own.strip().length();
        if (!trace.onBoard()) {
            double plain = isOrganisation(name)
                    ? TEAM_NAME
                    : trace.sentBy(RelaySystem.Kind.ATS) ? ACCOUNT_NAME : trace.shared() ? SHARED_NAME : PERSON_NAME;
            named.add(name, team ? TEAM_NAME : plain, true, false);
        }
        within(display, named);
    }

    /** The sender's own name below a mail says nothing more about the employer. */
    private void ofSignature(Passage passage, String sender, EmployerCandidates named) {
        for (var signed : closing.of(passage.body())) {
            var name = reader.after(signed.name(), 0, signed.name().length());
            if (!isRole(name) && (signed.team() || isOrganisation(name) || !sender.contains(name))) {
                boolean team = signed.team() || isOrganisation(name);
                named.add(name, team ? SIGNED_BY_TEAM : PERSON_NAME, true, false);
            }
        }
    }

    /** "Jane Doe (Acme)", "Talent@Acme". */
    private void within(String display, EmployerCandidates named) {
        int open = display.indexOf('(');
        int close = display.indexOf(')', open + 1);
        if (open > 0 && close > open) {
            named.add(trimmer.trimmed(display.substring(open + 1, close)), PLAIN_NAME, true, false);
        }
        int at = display.indexOf('@');
        if (at > 0 && display.charAt(at - 1) != ' ') {
            named.add(trimmer.trimmed(display.substring(at + 1)), PLAIN_NAME + SUBJECT, true, false);
        }
    }

    private static int firstOf(String text, List<String> marks) {
        return marks.stream().mapToInt(text::indexOf).filter(at -> at > 0).min().orElse(-1);
    }

    private void ofAddresses(SenderTrace trace, EmployerCandidates named) {
        trace.tenants().stream()
                .filter(tenant -> !words.isGenericHost(tenant))
                .forEach(tenant -> named.add(CompanyName.ofSlug(tenant), TENANT, false, false));
        trace.ownDomain()
                .filter(label -> !words.isGenericHost(label))
                .ifPresent(label -> named.add(CompanyName.ofSlug(label), OWN_DOMAIN, false, false));
    }

    private boolean isOrganisation(String name) {
        var parts = TextWords.ofLetters(name);
        return parts.size() > 1 && parts.stream().anyMatch(words::isForm);
    }

    private boolean isRole(String name) {
        return TextWords.ofLetters(name).stream().anyMatch(words::isRoleNoun);
    }
}
