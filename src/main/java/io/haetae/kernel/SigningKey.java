package io.haetae.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key pair in a PEM file of its own, made at first use and readable by nobody else. To change the key, put the
 * new pair on top and leave the old public key below it: what was signed before can then still be checked.
 */
public class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private final PrivateKey signing;
    private final String id;
    private final Map<String, PublicKey> trusted;

    private static final byte[] SAMPLE = new byte[32];

    private final PublicKey open;

    /** Reads the pair; a file that is none is refused with {@link IllegalStateException}. */
    public SigningKey(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            Contents contents = parse(Files.readString(file, StandardCharsets.US_ASCII), file);
            signing = contents.signing();
            trusted = contents.trusted();
            id = trusted.keySet().iterator().next();
            open = Objects.requireNonNull(trusted.get(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the signing key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not an Ed25519 key pair: " + file, e);
        }
        if (!isSignedBy(id, sign(SAMPLE), SAMPLE)) {
            throw new IllegalStateException("the first public key does not belong to the private key in " + file);
        }
    }

    /** Names the key that signs now. */
    public final String id() {
        return id;
    }

    /** The signature of these bytes, 64 bytes long. */
    public final byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every Java", e);
        }
    }

    /** Whether one of the keys known here, present or former, made the signature. */
    public final boolean isSignedBy(String keyId, byte[] signed, byte[] content) {
        PublicKey key = trusted.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature at all
        }
    }

    /** The public key as PEM, for whoever checks. */
    public final String publicPem() {
        return block("PUBLIC", open.getEncoded());
    }

    private record Contents(PrivateKey signing, Map<String, PublicKey> trusted) {}

    private static Contents parse(String pem, Path file) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        PrivateKey signing = null;
        Map<String, PublicKey> trusted = new LinkedHashMap<>();
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2));
            if ("PUBLIC".equals(block.group(1))) {
                trusted.put(idOf(der), keys.generatePublic(new X509EncodedKeySpec(der)));
            } else if (signing == null) {
                signing = keys.generatePrivate(new PKCS8EncodedKeySpec(der));
            }
        }
        if (signing == null || trusted.isEmpty()) {
            throw new IllegalStateException(file + " must hold a private key and its public key");
        }
        return new Contents(signing, trusted);
    }

    private static String idOf(byte[] publicKey) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey), 0, 8);
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String pem = block("PRIVATE", pair.getPrivate().getEncoded())
                + block("PUBLIC", pair.getPublic().getEncoded());
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                "draft",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, pem, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, draft); // appears whole or not at all, and never over another replica's
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static String block(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n";
    }
}
