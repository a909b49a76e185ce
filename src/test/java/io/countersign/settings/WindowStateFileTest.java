package io.countersign.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.settings.WindowState.Area;
import io.countersign.shared.ui.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowStateFileTest {
    @TempDir
    Path home;

    @Test
    void whatWasSavedIsLoaded() {
        var state = new WindowState(
                new Area(10, 20, 1000, 700), true, true, Theme.DARK, 1.3, "de", Map.of("activity.when", 120.0));
        new WindowStateFile(home.resolve("new")).save(state);
        assertThat(new WindowStateFile(home.resolve("new")).load()).isEqualTo(state);
        assertThat(home.resolve("new").resolve("window.json.new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"theme\":\"PINK\"}", "{\"area\":7}", "\u0000\u0000"})
    void aBrokenFileMeansTheDefaults(String content) throws IOException {
        Files.writeString(home.resolve("window.json"), content);
        assertThat(new WindowStateFile(home).load()).isEqualTo(WindowState.DEFAULT);
    }

    @Test
    void whatIsMissingKeepsItsDefaultAndWhatIsUnknownIsIgnored() throws IOException {
        Files.writeString(
                home.resolve("window.json"), "{\"theme\":\"dark\",\"textScale\":9,\"language\":\"xx\",\"later\":1}");
        var state = new WindowStateFile(home).load();
        assertThat(state.theme()).isEqualTo(Theme.DARK);
        assertThat(state.textScale()).isEqualTo(WindowState.LARGEST_TEXT);
        assertThat(state.language()).isEmpty();
        assertThat(state.area()).isEqualTo(WindowState.DEFAULT.area());
    }

    @Test
    void savingWhereNothingCanBeWrittenDoesNoHarm() throws IOException {
        var file = Files.writeString(home.resolve("file"), "");
        new WindowStateFile(file).save(WindowState.DEFAULT);
        assertThat(new WindowStateFile(file).load()).isEqualTo(WindowState.DEFAULT);
    }

    @Test
    void aWindowThatNoScreenShowsIsBroughtBack() {
        var screens = List.of(new Area(0, 0, 1920, 1080), new Area(1920, 0, 1280, 1024));
        assertThat(at(new Area(2000, 30, 900, 700)).areaOn(screens)).isEqualTo(new Area(2000, 30, 900, 700));
        assertThat(at(new Area(5000, 30, 900, 700)).areaOn(screens)).isEqualTo(new Area(510, 190, 900, 700));
        assertThat(at(new Area(100, -300, 900, 700)).areaOn(screens)).isEqualTo(new Area(510, 190, 900, 700));
        assertThat(at(new Area(0, 0, 3, 2)).areaOn(screens)).isEqualTo(new Area(240, 90, 1440, 900));
        assertThat(at(new Area(0, 0, Double.NaN, 700)).areaOn(screens)).isEqualTo(new Area(240, 90, 1440, 900));
        assertThat(at(new Area(9999, 0, 4000, 3000)).areaOn(screens)).isEqualTo(new Area(0, 0, 1920, 1080));
    }

    private static WindowState at(Area area) {
        return new WindowState(area, false, false, Theme.SYSTEM, 1, "", Map.of());
    }
}
