package io.haetae.kernel.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * {@code HAETAE_DATA_DIR}: {@code haetae.lock}, {@code bin} (PostgreSQL's programs), {@code pg17} (its data) and
 * {@code secrets}. Only one process at a time holds it.
 */
final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the directory for this process, making it when it is not there; refuses when another one has it. */
    static DataDirectory take(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            restrict(root, "rwx------");
            FileChannel channel = FileChannel.open(
                    root.resolve("haetae.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = read(channel);
                channel.close();
                throw new StartRefused("another instance" + (holder.isBlank() ? "" : " (process " + holder + ")")
                        + " is running on " + root + ". Stop it, or give this one its own HAETAE_DATA_DIR.");
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataDirectory(root, channel, lock);
        } catch (IOException e) {
            throw new StartRefused("cannot use the data directory " + root + ": " + e.getMessage(), e);
        }
    }

    Path root() {
        return root;
    }

    Path binaries() {
        return root.resolve("bin");
    }

    Path cluster() {
        return root.resolve("pg17");
    }

    /** The password of a database role, made at first use. Hexadecimal, so that it needs no quoting anywhere. */
    String password(String role) throws IOException {
        Path file = passwordFile(role);
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            createPrivately(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    Path passwordFile(String role) {
        return root.resolve("secrets").resolve(role + ".password");
    }

    /** Written under another name and moved, so that a kill in between never leaves an empty password. */
    private static void createPrivately(Path file, String content) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
        Path draft = Files.createTempFile(folder, "draft", "");
        restrict(draft, "rw-------");
        Files.writeString(draft, content, StandardCharsets.UTF_8);
        Files.move(draft, file);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        return new String(content.array(), 0, content.position(), StandardCharsets.UTF_8).strip();
    }

    private static void write(FileChannel channel, String content) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Lets the directory go. The operating system does the same when the process dies. */
    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            System.err.println("cannot release " + root.resolve("haetae.lock") + ": " + e.getMessage());
        }
    }
}
