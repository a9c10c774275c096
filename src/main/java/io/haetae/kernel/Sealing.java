package io.haetae.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what the database must not be able to tell, such as personal data (AES-256-GCM). The id of the key stands
 * before the text, so that keys can change; what the text belongs to is authenticated with it, so that it cannot be
 * moved to another row.
 */
@ApplicationScoped
public class Sealing implements Readiness {

    private static final Logger LOG = Logger.getLogger(Sealing.class);
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = 1 + ID_BYTES + NONCE_BYTES;

    private final Map<Integer, SecretKeySpec> keys = new HashMap<>();
    private final int present;
    private final boolean configured;
    private final SecureRandom random = new SecureRandom();

    Sealing(EncryptionConfig config) {
        configured = config.key().isPresent();
        present = add(config.key().orElseGet(() -> fromFile(config.keyFile())));
        config.formerKeys().orElse(List.of()).forEach(this::add);
    }

    @Override
    public List<Finding> look() {
        return configured
                ? List.of()
                : List.of(new Finding(
                        false,
                        "HAETAE_ENCRYPTION_KEY is not set: personal data is encrypted with a key in the data directory,"
                                + " which no other replica has."));
    }

    /** Encrypts a text that belongs to {@code owner}, such as the number of a row. */
    public byte[] seal(String text, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] head =
                ByteBuffer.allocate(HEAD).put(FORM).putInt(present).put(nonce).array();
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.get(present), head, owner, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(HEAD + sealed.length).put(head).put(sealed).array();
    }

    /** Decrypts what was sealed for the same owner; fails when a byte of it has changed. */
    public String open(byte[] sealed, String owner) {
        if (sealed.length < HEAD || sealed[0] != FORM) {
            throw new IllegalStateException("not sealed by this service");
        }
        byte[] head = Arrays.copyOf(sealed, HEAD);
        int id = ByteBuffer.wrap(head, 1, ID_BYTES).getInt();
        byte[] text =
                run(Cipher.DECRYPT_MODE, keys.get(id), head, owner, Arrays.copyOfRange(sealed, HEAD, sealed.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, @Nullable SecretKeySpec key, byte[] head, String owner, byte[] input) {
        if (key == null) {
            throw new IllegalStateException("the key that sealed this is not configured");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, head, 1 + ID_BYTES, NONCE_BYTES));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed or opened", e);
        }
    }

    private int add(String base64) {
        byte[] key = Base64.getDecoder().decode(base64.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("the encryption key must have " + KEY_BYTES + " bytes, in Base64");
        }
        int id = ByteBuffer.wrap(sha256(key)).getInt();
        keys.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    private static byte[] sha256(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Made at first use. Of two processes that make it at once, one finds the other's. */
    private String fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the encryption key " + file, e);
        }
    }

    private void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(
                folder,
                "draft",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
        try {
            Files.createLink(file, draft); // unlike a move it never replaces a key that is there
        } catch (FileAlreadyExistsException e) {
            LOG.infof("%s was made by another process", file);
        } finally {
            Files.delete(draft);
        }
    }
}
