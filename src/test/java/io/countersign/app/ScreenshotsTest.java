package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.shared.ui.Theme;
import io.countersign.shared.ui.View;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
    @TempDir
    Path folder;

    @Test
    void everyViewIsDrawnInBothThemesWithoutAWindow() throws Exception {
        try (var executor = Executors.newFixedThreadPool(2)) {
            var clock = Clock.fixed(FakeContext.NOW, ZoneOffset.UTC);
            var context = new FakeContext(12480).busy();
            var launch = new Launch(folder, executor, () -> context, clock, FakeContext::load);
            var files = new Screenshots(launch, Locale.ENGLISH)
                    .write(context, List.of(Theme.LIGHT, Theme.DARK), PictureSize.DEFAULT, folder.resolve("pictures"));
            assertThat(files)
                    .as("each view, each of its tabs, a search and an answer")
                    .hasSize(2
                            * (2
                                    + Stream.of(View.values())
                                            .mapToInt(view -> 1 + view.tabs().size())
                                            .sum()));
            for (var file : files) {
                var image = ImageIO.read(file.toFile());
                assertThat(image.getWidth()).isEqualTo(1440);
                assertThat(image.getHeight()).isEqualTo(900);
                var colours = new HashSet<Integer>();
                for (int x = 0; x < 1440; x += 3) {
                    for (int y = 0; y < 900; y += 3) {
                        colours.add(image.getRGB(x, y));
                    }
                }
                assertThat(colours).as("%s is not blank", file).hasSizeGreaterThan(20);
            }
        }
    }
}
