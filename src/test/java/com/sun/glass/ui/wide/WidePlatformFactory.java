package com.sun.glass.ui.wide;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import java.nio.ByteBuffer;

/**
 * The headless platform of JavaFX 26 with a 1920 x 1200 screen: its own is fixed at 1000 x 1000 (JDK-8364201). Chosen with
 * {@code -Dglass.platform=Wide}, which looks a factory up by this package name.
 */
public final class WidePlatformFactory extends HeadlessPlatformFactory {
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1200;

    @Override
    public Application createApplication() {
        return new WideApplication();
    }

    private static final class WideApplication extends HeadlessApplication {
        private Screen[] screens = {};

        @Override
        protected Screen[] staticScreen_getScreens() {
            if (screens.length == 0) {
                super.staticScreen_getScreens();
                screens = new Screen[] {
                    new Screen(
                            0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 100, 100, 1, 1, 1, 1)
                };
                enlargeFrameBuffer();
            }
            return screens.clone();
        }

        private void enlargeFrameBuffer() {
            try {
                var buffer = HeadlessApplication.class.getDeclaredField("frameBuffer");
                buffer.setAccessible(true);
                buffer.set(this, ByteBuffer.allocate(4 * WIDTH * HEIGHT * 2));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("HeadlessApplication has changed", e);
            }
        }
    }
}
