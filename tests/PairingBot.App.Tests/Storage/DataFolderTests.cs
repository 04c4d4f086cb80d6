using PairingBot.App.Storage;

namespace PairingBot.App.Tests.Storage;

public sealed class DataFolderTests
{
    [Fact]
    public void It_is_an_absolute_folder_of_the_product()
    {
        Assert.True(Path.IsPathRooted(DataFolder.Default));
        Assert.Equal("pairingbot", Path.GetFileName(DataFolder.Default), ignoreCase: true);
    }
}
