package io.countersign.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {
    @Test
    void aSizeIsReadAsPeopleWriteIt() {
        assertThat(PictureSize.parse("960x600")).contains(new PictureSize(960, 600));
        assertThat(PictureSize.parse("2560×1440")).contains(new PictureSize(2560, 1440));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "960", "x", "960x599", "959x600", "9999x9999", "-960x600", "960 x 600"})
    void whatIsNoSupportedSizeIsRefused(String text) {
        assertThat(PictureSize.parse(text)).isEmpty();
    }
}
