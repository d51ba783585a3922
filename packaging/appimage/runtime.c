// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program in front of the file system of an AppImage, linked statically. Others mount it, for which many systems lack FUSE ("FUSE
// required" is what people complain of most about AppImages); this one unpacks it into a folder of its own, runs AppRun there with the
// arguments that it was given (ardiff, where that is the first), and takes the folder away.
#define _GNU_SOURCE // nftw
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <squashfuse/squashfuse.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { kBlock = 1 << 17, kFailed = 1, kSignalled = 128 };

static volatile pid_t child;        ///< the program that was unpacked; told of the signals that end this one
static volatile sig_atomic_t ended; ///< by which signal, before there is a child
static char folder[PATH_MAX];

static int complain(const char *what, const char *about)
{
    fprintf(stderr, "AppImage: %s: %s\n", about, what);
    return kFailed;
}

/// Where this program ends and the file system begins: behind the table of sections, which is the last of an ELF file.
static long ownSize(const char *self)
{
    Elf64_Ehdr head;
    const int file = open(self, O_RDONLY | O_CLOEXEC);
    const bool whole = file >= 0 && read(file, &head, sizeof head) == (ssize_t)sizeof head;
    if (file >= 0)
        close(file);
    return whole ? (long)(head.e_shoff + (Elf64_Off)head.e_shentsize * head.e_shnum) : -1;
}

static bool writeFile(sqfs *fs, sqfs_inode *inode, const char *path)
{
    static char block[kBlock];
    const int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    sqfs_off_t at = 0, size = (sqfs_off_t)inode->xtra.reg.file_size;
    bool good = to >= 0;
    while (good && at < size) {
        sqfs_off_t bytes = kBlock;
        good = !sqfs_read_range(fs, inode, at, &bytes, block) && bytes > 0 && write(to, block, (size_t)bytes) == bytes;
        at += bytes;
    }
    return to >= 0 && close(to) == 0 && good;
}

static bool writeEntry(sqfs *fs, sqfs_inode_id id, const char *path)
{
    sqfs_inode inode;
    char target[PATH_MAX];
    size_t length = sizeof target;
    if (sqfs_inode_get(fs, &inode, id))
        return false;
    switch (inode.base.inode_type) {
    case SQUASHFS_DIR_TYPE:
    case SQUASHFS_LDIR_TYPE:
        return mkdir(path, 0755) == 0;
    case SQUASHFS_REG_TYPE:
    case SQUASHFS_LREG_TYPE:
        return writeFile(fs, &inode, path);
    case SQUASHFS_SYMLINK_TYPE:
    case SQUASHFS_LSYMLINK_TYPE:
        return !sqfs_readlink(fs, &inode, target, &length) && symlink(target, path) == 0;
    default:
        return true; // nothing else is packed
    }
}

static bool unpack(const char *self, long offset, const char *into)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    char path[PATH_MAX];
    if (sqfs_open_image(&fs, self, (size_t)offset))
        return false;
    bool good = !sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs));
    errno = 0;
    while (good && !ended && sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end)
            continue;
        good = snprintf(path, sizeof path, "%s/%s", into, walk.path) < (int)sizeof path &&
            writeEntry(&fs, sqfs_dentry_inode(&walk.entry), path);
    }
    return good && !ended && error == SQFS_OK;
}

static int removeOne(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

static void takeAway(void)
{
    nftw(folder, removeOne, 16, FTW_DEPTH | FTW_PHYS);
}

static void passOn(int signal)
{
    if (child > 0)
        kill(child, signal);
    else
        ended = signal;
}

/// Runs the window, or the command line program where "ardiff" is the first argument, and waits for it. Returns its exit status, as
/// shells tell it.
static int runApp(const char *self, char **arguments)
{
    const bool commandLine = arguments[1] && strcmp(arguments[1], "ardiff") == 0;
    char app[PATH_MAX + 16];
    int status = 0;
    snprintf(app, sizeof app, "%s/%s", folder, commandLine ? "usr/bin/ardiff" : "AppRun");
    arguments += commandLine ? 1 : 0;
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", self, 1);
    child = fork();
    if (child == 0) {
        execv(app, arguments);
        _exit(complain(strerror(errno), app));
    }
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
}

int main(int count, char **arguments)
{
    char self[PATH_MAX] = "";
    if (readlink("/proc/self/exe", self, sizeof self - 1) < 0)
        return complain(strerror(errno), "/proc/self/exe");
    const long offset = ownSize(self);
    const char *option = count > 1 ? arguments[1] : "";
    if (strcmp(option, "--appimage-offset") == 0)
        return printf("%ld\n", offset) < 0;
    if (strcmp(option, "--appimage-extract") == 0) {
        strcpy(folder, "squashfs-root");
        if (mkdir(folder, 0755) != 0 || !unpack(self, offset, folder))
            return complain(errno ? strerror(errno) : "the file is damaged", folder);
        return 0;
    }
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/ardiff-XXXXXX", temporary && *temporary ? temporary : "/tmp");
    if (!mkdtemp(folder))
        return complain(strerror(errno), folder);
    const int signals[] = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; ++i)
        signal(signals[i], passOn);
    int status = kFailed;
    if (unpack(self, offset, folder))
        status = runApp(self, arguments);
    else if (ended)
        status = kSignalled + ended;
    else
        complain(errno ? strerror(errno) : "the file is damaged", folder);
    takeAway();
    return status;
}
