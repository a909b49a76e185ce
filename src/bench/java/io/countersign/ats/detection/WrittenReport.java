package io.countersign.ats.detection;

import io.countersign.ats.detection.WrittenMails.Written;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Prints how stage, employer and role of the test mails in the named files compare with what was written beside them. */
public final class WrittenReport {
    private static final Set<String> TALKS = Set.of("screening", "interview", "final_round");

    private int right;
    private int swaps;
    private int companies;
    private int companiesRight;
    private int roles;
    private int rolesRight;
    private final TreeMap<String, Integer> confusion = new TreeMap<>();

    private WrittenReport() {}

    public static void main(String[] files) {
        for (var file : files) {
            new WrittenReport().report(file);
        }
    }

    private void report(String file) {
        var mails = WrittenMails.in(file);
        mails.forEach(this::compare);
        System.out.printf(
                Locale.ROOT,
                "%s: stage %d of %d (%.1f %%), swaps %d, company %d of %d, role %d of %d%n  %s%n",
                file,
                right,
                mails.size(),
                100.0 * right / mails.size(),
                swaps,
                companiesRight,
                companies,
                rolesRight,
                roles,
                confusion);
    }

    private void compare(Written mail) {
        var found = WrittenMails.understood(mail.from(), mail.subject(), mail.body());
        var got = WrittenMails.stage(found);
        var wrong = new ArrayList<String>();
        boolean same = shown(got).equals(shown(mail.stage()));
        right += same ? 1 : 0;
        swaps += opposite(shown(got), shown(mail.stage())) ? 1 : 0;
        confusion.merge(shown(mail.stage()) + ">" + shown(got), 1, Integer::sum);
        if (!same) {
            wrong.add("stage " + got + " " + findings(found));
        }
        company(mail, found, wrong);
        role(mail, found, wrong);
        if (!wrong.isEmpty()) {
            System.out.println(mail + " -> " + wrong);
        }
    }

    private void company(Written mail, Understanding found, List<String> wrong) {
        if (mail.company().equals("-")) {
            return;
        }
        companies++;
        var got = CompanyName.key(WrittenMails.company(found).orElse(""));
        var want = CompanyName.key(mail.company());
        if (!got.isEmpty() && (got.contains(want) || want.contains(got)) && got.length() <= want.length() + 12) {
            companiesRight++;
        } else {
            wrong.add("company '" + WrittenMails.company(found).orElse("") + "' not '" + mail.company() + "'");
        }
    }

    private void role(Written mail, Understanding found, List<String> wrong) {
        if (mail.role().equals("-")) {
            return;
        }
        roles++;
        var got = found.ats().flatMap(AtsFacts::role).orElse("");
        if (got.contains(mail.role()) && got.length() <= mail.role().length() + 20) {
            rolesRight++;
        } else {
            wrong.add("role '" + got + "' not '" + mail.role() + "'");
        }
    }

    private static String findings(Understanding found) {
        return found.ats()
                .map(facts ->
                        facts.finding().candidates() + " " + facts.finding().evidence())
                .orElse("no job mail, " + found.category());
    }

    private static boolean opposite(String a, String b) {
        var good = Set.of("talk", "offer");
        return (good.contains(a) && b.equals("rejected")) || (good.contains(b) && a.equals("rejected"));
    }

    private static String shown(String stage) {
        return switch (stage) {
            case "hired" -> "offer";
            case "nojob" -> "none";
            default -> TALKS.contains(stage) ? "talk" : stage;
        };
    }
}
