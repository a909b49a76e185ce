package io.countersign.app;

import io.countersign.api.http.ApiServer;
import io.countersign.demo.DemoMailbox;
import io.countersign.mail.MailSource;
import io.countersign.mail.RawMail;
import io.countersign.mail.Rejection;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.ListView;

/**
 * Serves the local API over the demo mailbox with a hundred decisions while mail is imported without a pause:
 * {@code ApiUnderImport PORT SECONDS [window]}. Prints where the token is, then how much was imported, and how the frames of the
 * window came that shows the proposals meanwhile. {@code src/bench/api-load} runs it beside wrk.
 */
final class ApiUnderImport {
    private static final int DECISIONS = 100;

    private ApiUnderImport() {}

    public static void main(String[] arguments) throws Exception {
        var clock = Clock.system(ZoneId.systemDefault());
        try (var home = ThrowawayHome.create(clock);
                var workers = WindowRun.workers()) {
            home.fill(Progress.none());
            var root = home.root();
            var pending = root.approvals().pending().stream()
                    .limit(DECISIONS)
                    .map(row -> row.id())
                    .toList();
            root.approvals().approve(pending, Progress.none());
            var frames = arguments.length > 2 ? Optional.of(frames(home, workers)) : Optional.<FrameTimes>empty();
            var api = ApiParts.of(root, root.ask(clock, Locale.UK));
            try (var server = ApiServer.start(Integer.parseInt(arguments[0]), api.offer(home.directory()))) {
                System.out.println("serving " + server.port() + " " + home.directory());
                var result = root.mailImport().importSource(new Endless(clock, seconds(arguments[1])), Progress.none());
                System.out.printf(Locale.ROOT, "imported %,d mails in %.1f s%n", result.imported(), result.seconds());
                if (frames.isPresent()) {
                    BenchWindow.onFx(() -> {
                        frames.get().stop();
                        System.out.println(frames.get());
                        return 0;
                    });
                }
                for (int i = 0; i < 10; i++) {
                    long begun = System.nanoTime();
                    root.statistics().of(root.user(), OptionalInt.empty());
                    System.out.printf(Locale.ROOT, "statistics read in %.1f ms%n", (System.nanoTime() - begun) / 1e6);
                }
                System.out.println(root.approvals().pendingCount() + " pending");
            }
        }
        Platform.exit();
    }

    private static FrameTimes frames(ThrowawayHome home, ExecutorService workers) throws Exception {
        var window = BenchWindow.open(home.root(), home.directory(), View.APPROVALS, workers);
        TimeUnit.SECONDS.sleep(5); // until it is filled and warm
        return BenchWindow.onFx(() -> {
            var frames = new FrameTimes((ListView<?>) window.scene().lookup("#proposals"));
            frames.start();
            return frames;
        });
    }

    private static long seconds(String text) {
        return Long.parseLong(text) * 1_000_000_000L;
    }

    /** The demo mailbox again and again under new Message-IDs, until the time is over. */
    private record Endless(Clock clock, long nanos) implements MailSource {
        @Override
        public void read(Sink sink, Progress progress) {
            var mails = new ArrayList<RawMail>();
            new DemoMailbox(clock).read(collecting(mails), progress);
            long end = System.nanoTime() + nanos;
            for (int round = 1; System.nanoTime() - end < 0; round++) {
                for (var mail : mails) {
                    sink.mail(again(mail, round));
                }
            }
        }

        private static Sink collecting(List<RawMail> mails) {
            return new Sink() {
                @Override
                public void mail(RawMail mail) {
                    mails.add(mail);
                }

                @Override
                public void rejected(Rejection rejection) {
                    throw new IllegalStateException(rejection.toString());
                }
            };
        }

        private static RawMail again(RawMail mail, int round) {
            var text = new String(mail.content(), StandardCharsets.ISO_8859_1)
                    .replaceFirst("(?i)\\nMessage-ID: *<", "\nMessage-ID: <" + round + ".");
            return new RawMail(
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    mail.source(),
                    mail.position(),
                    mail.folder(),
                    mail.flags(),
                    mail.deliveredAt());
        }
    }
}
