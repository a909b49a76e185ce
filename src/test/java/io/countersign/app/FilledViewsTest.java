package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.countersign.app.shell.Shell;
import io.countersign.ask.llm.KeyringModelKey;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Pictures of the real views over the demo mailbox show what is in it, not the state before it was read. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilledViewsTest {
    private static final Clock CLOCK = Clock.fixed(FakeContext.NOW, ZoneOffset.UTC);

    // The lower left quarter of the content: rows in all three views, nothing while they are empty.
    private static final Rectangle2D ROWS = new Rectangle2D(260, 450, 500, 300);

    private final ThrowawayHome home = ThrowawayHome.create(CLOCK);

    @BeforeAll
    void fill() {
        home.fill(Progress.none());
        var approvals = home.root().approvals();
        var ids = approvals.pending().stream().limit(30).map(row -> row.id()).toList();
        approvals.approve(ids, Progress.none());
        home.root().search().catchUp(Progress.none(), why -> fail(why));
    }

    @AfterAll
    void close() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource({"INSIGHTS, 0.01", "APPROVALS, 0.02", "APPLICATIONS, 0.02", "POLICIES, 0.01", "ACTIVITY, 0.01"})
    void whatWasReadIsShownInBothThemes(View view, double share) throws Exception {
        assertThat(ink(picture(view, false))).as("light").isGreaterThan(share);
        assertThat(ink(picture(view, true))).as("dark").isGreaterThan(share);
    }

    @ParameterizedTest
    @CsvSource({"interview, 0.03", "from:lumora, 0.02", "category:receipt, 0.03"})
    void whatASearchFindsIsShownInBothThemes(String query, double share) throws Exception {
        assertThat(ink(picture(shell -> shell.search(query), false)))
                .as("light")
                .isGreaterThan(share);
        assertThat(ink(picture(shell -> shell.search(query), true))).as("dark").isGreaterThan(share);
    }

    @Test
    void anAnswerIsShownWithItsSourcesInBothThemes() throws Exception {
        Consumer<Shell> ask = shell -> shell.ask("How many rejections did I get?");
        assertThat(ink(picture(ask, false))).as("light").isGreaterThan(0.003);
        assertThat(ink(picture(ask, true))).as("dark").isGreaterThan(0.003);
    }

    private Image picture(View view, boolean dark) throws InterruptedException {
        return picture(shell -> shell.show(view), dark);
    }

    private Image picture(Consumer<Shell> way, boolean dark) throws InterruptedException {
        try (var executor = Executors.newFixedThreadPool(2)) {
            var context = new WindowRun(CLOCK, new KeyringModelKey(Map.of())).mailbox(home.root(), () -> {});
            var launch = new Launch(home.directory(), executor, () -> context, CLOCK);
            return new Screenshots(launch, Locale.ENGLISH).picture(context, way, dark, 1440, 900);
        }
    }

    /** The share of pixels that stand out from the first one, which is background. */
    private static double ink(Image image) {
        double background = brightness(image, (int) ROWS.getMinX(), (int) ROWS.getMinY());
        int ink = 0;
        for (int x = (int) ROWS.getMinX(); x < ROWS.getMaxX(); x++) {
            for (int y = (int) ROWS.getMinY(); y < ROWS.getMaxY(); y++) {
                ink += Math.abs(brightness(image, x, y) - background) > 0.25 ? 1 : 0;
            }
        }
        return ink / (ROWS.getWidth() * ROWS.getHeight());
    }

    private static double brightness(Image image, int x, int y) {
        return image.getPixelReader().getColor(x, y).getBrightness();
    }
}
