package io.countersign.app;

import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.ui.Theme;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screenshots DIR [--theme light|dark] [--size WIDTHxHEIGHT]} */
@Command(name = "screenshots", description = "Renders every view to PNG; needs no display.")
final class ScreenshotsCommand implements Runnable {
    private final GlobalOptions options;
    private final Session session;
    private final WindowRun run;
    private final Output output;

    @Parameters(paramLabel = "DIR", description = "where to write them")
    private Path folder = Path.of(".");

    @Option(names = "--theme", paramLabel = "light|dark", description = "only one theme (default: both)")
    private @Nullable Shade shade;

    @Option(names = "--size", paramLabel = "WIDTHxHEIGHT", description = "of the window (default: 1440x900)")
    private String size = "1440x900";

    /** The themes that can be rendered: following the system makes no sense in a picture. */
    enum Shade {
        LIGHT(Theme.LIGHT),
        DARK(Theme.DARK);

        private final Theme theme;

        Shade(Theme theme) {
            this.theme = theme;
        }
    }

    ScreenshotsCommand(GlobalOptions options, Session session, WindowRun run, Output output) {
        this.options = options;
        this.session = session;
        this.run = run;
        this.output = output;
    }

    @Override
    public void run() {
        var themes = shade == null ? List.of(Theme.LIGHT, Theme.DARK) : List.of(shade.theme);
        var wanted = PictureSize.parse(size)
                .orElseThrow(() -> new CountersignException.Invalid(
                        "--size", "a size is such as 1440x900, from 960x600 to 3840x2160; found '" + size + "'"));
        for (var file : new Pictures(run).write(options.home(), session.root(), themes, wanted, folder)) {
            if (output.isJson()) {
                output.json(Output.object().put("file", file.toString()));
            } else {
                output.line(file.toString());
            }
        }
    }
}
