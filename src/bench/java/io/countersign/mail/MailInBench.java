package io.countersign.mail;

import io.countersign.shared.task.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Measures splitting, parsing and identity on real mail, one thread, by its processor time. Arguments: paths that {@link MailSources} reads. Prints the
 * last of several rounds, after the JIT has settled.
 */
public final class MailInBench {
    private static final int ROUNDS = 6;

    private MailInBench() {}

    public static void main(String[] paths) {
        var mails = new ArrayList<RawMail>();
        var rejections = new ArrayList<Rejection>();
        for (int round = 0; round < ROUNDS; round++) {
            mails.clear();
            rejections.clear();
            long start = cpuNanos();
            for (var path : paths) {
                new MailSources().at(Path.of(path)).read(collector(mails, rejections), Progress.none());
            }
            print("read", round, mails, cpuNanos() - start);
        }
        rejections.stream().limit(20).forEach(System.out::println);
        System.out.println(mails.size() + " mails, " + rejections.size() + " rejections");
        parse(mails);
        identify(mails);
    }

    private static void parse(List<RawMail> mails) {
        var parser = new MailParser();
        var defects = new TreeMap<String, Integer>();
        long check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            defects.clear();
            long start = cpuNanos();
            for (var mail : mails) {
                var parsed = parser.parse(mail.content());
                check += parsed.text().length();
                for (var defect : parsed.defects()) {
                    defects.merge(defect.replaceAll("(?<=date|Charset|encoding) .*", " ..."), 1, Integer::sum);
                }
            }
            print("parse", round, mails, cpuNanos() - start);
        }
        System.out.println("characters of text: " + check / ROUNDS);
        defects.forEach((defect, count) -> System.out.println("  " + count + " x " + defect));
    }

    private static void identify(List<RawMail> mails) {
        var seen = new java.util.HashSet<java.util.UUID>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuNanos();
            for (var mail : mails) {
                seen.add(MailIdentity.of("bench", mail.content()));
            }
            print("identity", round, mails, cpuNanos() - start);
        }
        System.out.println(seen.size() + " identities");
    }

    private static void print(String what, int round, List<RawMail> mails, long nanos) {
        long bytes = mails.stream().mapToLong(mail -> mail.content().length).sum();
        System.out.printf(
                "%s, round %d: %,.0f mails/s, %,.0f MB/s%n",
                what, round, mails.size() * 1e9 / nanos, bytes * 1e3 / nanos);
    }

    /** Processor time of this thread: other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static MailSource.Sink collector(List<RawMail> mails, List<Rejection> rejections) {
        return new MailSource.Sink() {
            @Override
            public void mail(RawMail mail) {
                mails.add(mail);
            }

            @Override
            public void rejected(Rejection rejection) {
                rejections.add(rejection);
            }
        };
    }
}
