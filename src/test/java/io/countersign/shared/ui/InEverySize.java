package io.countersign.shared.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A test of language, text scale, width and height of a view: what is left for it of a window of 960 x 600, of a common one, and
 * of one of 2560 x 1440.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@CsvSource({
    "en, 1, 900, 525",
    "de, 1, 900, 525",
    "en, 2, 900, 525",
    "de, 2, 900, 525",
    "en, 1, 1232, 790",
    "de, 2, 2352, 1290"
})
public @interface InEverySize {}
