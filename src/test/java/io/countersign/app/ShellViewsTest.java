package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executors;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The views of the shell load with all their texts, in both languages, and their dark pictures are dark. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellViewsTest {
    @ParameterizedTest
    @CsvSource({"ACTIVITY, en", "ACTIVITY, de", "SETTINGS, en", "SETTINGS, de"})
    void aViewLoadsAtItsSmallestSizeInBothThemes(View view, String language) throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            var clock = Clock.fixed(FakeContext.NOW, ZoneOffset.UTC);
            var launch = new Launch(Path.of("home"), executor, () -> new FakeContext(1), clock, FakeContext::load);
            var screenshots = new Screenshots(launch, Locale.of(language));
            var context = new FakeContext(12480).busy();
            assertThat(brightness(screenshots.picture(context, view, false, 960, 600)))
                    .isGreaterThan(0.85);
            assertThat(brightness(screenshots.picture(context, view, true, 960, 600)))
                    .isLessThan(0.25);
        }
    }

    private static double brightness(Image image) {
        double sum = 0;
        int count = 0;
        for (int x = 0; x < image.getWidth(); x += 5) {
            for (int y = 0; y < image.getHeight(); y += 5) {
                Color colour = image.getPixelReader().getColor(x, y);
                sum += colour.getBrightness();
                count++;
            }
        }
        return sum / count;
    }
}
