package io.haetae.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Sets the clock of a packaged server as an administrator's {@code date --set} would, and of no other process: whatever
 * {@code java.time} tells there, to the service and to the libraries underneath, is ahead by what stands in a file. The
 * packaged jar itself is the one that is delivered.
 */
public final class ClockAgent {

    private static final String AHEAD = "haetae.test.clock-ahead-millis";
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Path jar;
    private final Path file;

    private ClockAgent(Path jar, Path file) {
        this.jar = jar;
        this.file = file;
    }

    /** An agent whose clock is right until it is set. */
    public static ClockAgent in(Path folder) throws IOException {
        Path jar = folder.resolve("clock-agent.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        manifest.getMainAttributes().putValue("Class-Path", place(ByteBuddy.class));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : List.of(ClockAgent.class, Ahead.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                out.write(Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))
                        .readAllBytes());
            }
        }
        ClockAgent agent = new ClockAgent(jar, folder.resolve("clock-ahead"));
        agent.ahead(Duration.ZERO);
        return agent;
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source.getLocation().toString();
    }

    /** The option with which a server gets this clock. */
    public String option() {
        return "-javaagent:" + jar + "=" + file;
    }

    /** Sets the clock. */
    public void ahead(Duration by) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, String.valueOf(by.toMillis()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the virtual machine before the service begins. */
    public static void premain(String file, Instrumentation instrumentation) {
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .ignore(ElementMatchers.none())
                .type(ElementMatchers.named("java.time.Clock"))
                .transform((builder, type, loader, module, domain) ->
                        builder.visit(Advice.to(Ahead.class).on(ElementMatchers.named("currentInstant"))))
                .installOn(instrumentation);
        Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread watch = new Thread(task, "clock-agent");
                    watch.setDaemon(true);
                    return watch;
                })
                .scheduleWithFixedDelay(() -> read(Path.of(file)), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void read(Path file) {
        try {
            System.setProperty(AHEAD, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copied into {@code java.time.Clock}, so it may name nothing but what Java itself has. */
    static final class Ahead {

        private Ahead() {}

        @Advice.OnMethodExit
        static void told(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusMillis(Long.getLong("haetae.test.clock-ahead-millis", 0L));
        }
    }
}
